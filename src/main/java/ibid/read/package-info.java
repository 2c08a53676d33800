/**
 * Owns the way from the bytes of one file to an article, and the list of input formats. Assumes that a file is one
 * article and may be hostile. Never accesses the disk and never reads a second file.
 */
package ibid.read;
