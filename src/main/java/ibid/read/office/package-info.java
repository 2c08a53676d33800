/**
 * Owns Word and EPUB files. Assumes that a packed file may unpack to far too much. Never runs what a file contains.
 */
package ibid.read.office;
