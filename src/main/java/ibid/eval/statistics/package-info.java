/** Owns estimates, intervals and tests. Assumes numbers only. Never uses topics or answers. */
package ibid.eval.statistics;
