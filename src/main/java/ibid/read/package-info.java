/**
 * Owns the way from the bytes of one file to an article, and the list of input formats. Assumes that a file is one
 * article and may be hostile. Never touches the disk and never looks at a second file.
 */
package ibid.read;
