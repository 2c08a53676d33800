/**
 * Owns the writer that has a language model write: what the model is shown, and how its text becomes sentences with
 * marks. Assumes a ranking of passages and a model. Never checks whether a sentence is true.
 */
package ibid.answer.llm;
