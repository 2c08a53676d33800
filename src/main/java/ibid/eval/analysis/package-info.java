/**
 * Owns what the results of a run come to: figures with intervals, comparison with an earlier run, failing cases and
 * expected values. Assumes results that are measured already. Never prints or asks a server.
 */
package ibid.eval.analysis;
