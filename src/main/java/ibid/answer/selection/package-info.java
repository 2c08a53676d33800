/**
 * Owns which ranked sentences are shown together: how many, in what order, and what each adds to those before it.
 * Assumes sentences ranked with probabilities. Never words a sentence, never says whether a question is answered.
 */
package ibid.answer.selection;
