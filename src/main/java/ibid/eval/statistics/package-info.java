/** Owns estimates, intervals and tests. Assumes numbers only. Never knows what a topic or an answer is. */
package ibid.eval.statistics;
