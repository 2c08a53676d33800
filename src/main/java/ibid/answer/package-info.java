/**
 * Owns what a writer is given and gives: the task, the draft with its citations, the shape of an answer. Assumes the
 * rankings of a search. Never searches, never checks its own claims.
 */
package ibid.answer;
