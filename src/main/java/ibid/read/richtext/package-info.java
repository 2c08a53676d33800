/**
 * Owns the formats of word processors other than Word's own: RTF and OpenDocument text. Assumes that the reader bounds
 * the time of a file. Never reads what is hidden, struck or was deleted with the changes tracked.
 */
package ibid.read.richtext;
