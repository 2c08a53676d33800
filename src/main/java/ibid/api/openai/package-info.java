/**
 * Owns the JSON of OpenAI's chat dialect, with the fields that Perplexity adds for sources. Assumes the mapper of
 * {@link ibid.api}. Never decides what an answer says.
 */
package ibid.api.openai;
