/**
 * Owns text itself: spans, sentences, words, names, the language it is in, and the word lists about it. Assumes plain
 * text of any language. Never handles articles, dates or quantities.
 */
package ibid.language;
