/**
 * Owns how several questions in one are split, each in its stand-alone form. Assumes English. Never looks at an
 * article.
 */
package ibid.search.parts;
