/**
 * Owns the reports of a run as text, Markdown and HTML. Assumes figures that are already computed. Never computes a
 * measure.
 */
package ibid.eval.report;
