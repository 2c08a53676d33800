/**
 * Owns the analysis of a run: figures with intervals, comparison with an earlier run, failing cases and expected
 * values. Assumes results that are already measured. Never prints or asks a server.
 */
package ibid.eval.analysis;
