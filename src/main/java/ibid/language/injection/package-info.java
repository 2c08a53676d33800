/**
 * Owns the recognition of sentences that an article should not say to its reader: orders to a language model, requests
 * to the reader, disguised text, and contact details that nobody asked for. Assumes one sentence at a time, in any
 * language. Never decides what is shown instead.
 */
package ibid.language.injection;
