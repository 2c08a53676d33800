/**
 * Owns PDF files: characters where they stand, lines, columns, paragraphs across pages and notes at their feet. Assumes
 * that letters are those that the fonts name. Never renders a page but to have its picture read, or for people in a
 * process of its own.
 */
package ibid.read.pdf;
