/**
 * Owns what people take out of the server: addresses of the page, and whether a stored answer still holds. Assumes
 * complete answers. Never reads an article.
 */
package ibid.api.share;
