/**
 * Owns the author that has a language model write, and repairs what it wrote. Assumes a model that may fail, invent or
 * obey an article. Never shows a sentence that was not checked.
 */
package ibid.ask.llm;
