/**
 * Owns what the process that writes an index publishes in a database, so that others without the folder can show the
 * same articles: files, texts and originals of one generation. Assumes that only the owner of the right to write
 * publishes. Never reads an article's text itself.
 */
package ibid.library.shared;
