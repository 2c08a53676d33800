/** Owns the wording of an answer from hits. Assumes a ranking of passages. Never searches, never checks its own claims. */
package ibid.answer;
