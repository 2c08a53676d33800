/**
 * Owns the forms in which people read a run: text, Markdown and a page. Assumes figures that are computed already.
 * Never measures.
 */
package ibid.eval.report;
