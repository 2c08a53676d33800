/** Owns the reading of article files into clean text. Assumes a folder it may read. Never writes, never cuts into passages. */
package ibid.corpus;
