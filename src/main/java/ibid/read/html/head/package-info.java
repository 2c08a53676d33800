/**
 * Owns what a web page states about its article: title, authors, publisher and days, in its metadata or in sight.
 * Assumes a parsed page with everything still in it. Never decides what the article's text is.
 */
package ibid.read.html.head;
