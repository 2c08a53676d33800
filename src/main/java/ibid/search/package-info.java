/**
 * Owns the way from a query to a ranking of passages: by words, by meaning, fused and diversified. Assumes an index
 * snapshot and an embedder. Never writes to the index, never takes a failure for an empty ranking.
 */
package ibid.search;
