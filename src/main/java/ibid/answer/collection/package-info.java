/**
 * Owns questions about the collection itself: what is recognised as one, what is counted and listed, and the rows that
 * quote the articles counted. Assumes one generation of the index. Never ranks sentences, never counts what the
 * question's filters hide.
 */
package ibid.answer.collection;
