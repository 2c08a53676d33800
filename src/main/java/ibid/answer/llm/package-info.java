/**
 * Owns the writer that uses a language model: what the model is shown, and how its text becomes sentences with marks.
 * Assumes a ranking of passages and a model. Never checks whether a sentence is true.
 */
package ibid.answer.llm;
