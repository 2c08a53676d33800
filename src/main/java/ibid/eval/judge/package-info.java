/**
 * Owns who says whether texts support a claim, and how far such a judge agrees with people. Assumes claims and evidence
 * as plain texts. Never knows which measure asks.
 */
package ibid.eval.judge;
