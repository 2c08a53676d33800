/**
 * Owns the measures of one answer: the list in Measure and one class for each definition. Assumes one answer, the
 * passages found for it and a judge. Never sums over topics.
 */
package ibid.eval.measure;
