/**
 * Owns the files of a test collection: topics, nuggets, judged passages and labelled claims. Assumes UTF-8 text that
 * people write by hand, and reports every fault with its line. Never asks a server or computes a measure.
 */
package ibid.eval.dataset;
