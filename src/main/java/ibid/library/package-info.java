/**
 * Owns the corpus folder and its catalogue: files, what they have in common and the vectors of their texts, in SQL.
 * Assumes articles as read makes them, and files that anybody may change at any moment. Never cuts an article, never
 * searches.
 */
package ibid.library;
