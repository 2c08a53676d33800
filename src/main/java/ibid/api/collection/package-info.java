/**
 * Owns the JSON of the collection: articles, their text, search results, the index and its files. Assumes the mapper
 * and the conventions of {@link ibid.api}. Never reads a file and never searches.
 */
package ibid.api.collection;
