/**
 * Owns the judges, which decide whether texts support a claim, and their agreement with people. Assumes claims and
 * evidence as plain texts. Never knows which measure asks.
 */
package ibid.eval.judge;
