/**
 * Owns lists of whole articles: which pass the filters or hold the words, in which order, and how many have each value
 * of a property. Assumes an index snapshot. Never reads an article's text, never scores passages for an answer.
 */
package ibid.search.listing;
