/**
 * Owns PDF files: lines, paragraphs across pages and notes at their feet. Assumes that a file has text and not only
 * pictures of it. Never renders a page.
 */
package ibid.read.pdf;
