/**
 * Owns the search from a query to a ranking of passages: lexical, dense, fused and diversified. Assumes an index
 * snapshot and an embedder. Never writes to the index, never returns an empty ranking for a failure.
 */
package ibid.search;
