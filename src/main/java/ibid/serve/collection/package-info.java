/**
 * Owns the routes of the API for the collection: its articles, its files, the index. Assumes that bodies are records of
 * {@link ibid.api.collection}. Never implements product rules.
 */
package ibid.serve.collection;
