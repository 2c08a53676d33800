/**
 * Owns which sentence answers best: the features of sentences, their weights and their ranking. Assumes the hits of a
 * search. Never searches, never words an answer.
 */
package ibid.answer.rank;
