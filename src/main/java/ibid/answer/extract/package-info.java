/**
 * Owns the writer that quotes: which ranked sentences are shown, in what order, rows and wording. Assumes a ranking of
 * passages and ranked sentences. Never changes an article's words except in brackets, never calls a language model.
 */
package ibid.answer.extract;
