/**
 * Owns the questions that Ibid offers of itself: made from the articles' sentences, and tried before they are shown.
 * Assumes a searchable index and the extractive writer. Never answers a person.
 */
package ibid.suggest;
