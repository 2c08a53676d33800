/**
 * Owns the measures of one answer: their list in Measure and one class for each definition. Assumes one answer, what
 * was found for it and a judge. Never sums over topics.
 */
package ibid.eval.measure;
