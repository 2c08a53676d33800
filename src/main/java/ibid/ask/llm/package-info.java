/**
 * Owns the author that uses a language model, and the repair of its sentences. Assumes a model that may fail, invent or
 * obey an article. Never shows a sentence that was not checked.
 */
package ibid.ask.llm;
