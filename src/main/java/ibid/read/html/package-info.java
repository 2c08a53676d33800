/**
 * Owns web pages: their main text, metadata and notes. Assumes that a page is about one article. Never fetches
 * anything.
 */
package ibid.read.html;
