/**
 * Owns the notes of a web page: the links, raised numbers and brackets that call them, and where their words are.
 * Assumes a parsed page without what is hidden. Never takes an exponent or a link to another page for a note.
 */
package ibid.read.html.notes;
