/**
 * Owns the search for passages by words and by vectors in one generation: in the index of this process, or in a cluster
 * that has the vectors. Assumes queries of Lucene and the embedding of a question. Never fuses, never reads an article.
 */
package ibid.search.passages;
