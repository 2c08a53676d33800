/**
 * Owns the records of an article: its text, sentences, imprint, blocks, notes, mentions and dates. Assumes that their
 * creator has recognised everything. Never reads a file and never recognises anything itself.
 */
package ibid.article;
