/**
 * Owns the index on disk: passages and articles in Lucene, one generation at a time, each with its revision of the
 * catalogue. Assumes passages with stable ids. Never ranks, never reads a file of the corpus folder, never calls a
 * model.
 */
package ibid.index;
