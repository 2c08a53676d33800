/**
 * Owns the one path from a question to an answer: stand-alone form, retrieval, draft, check, footnotes. Assumes a
 * retriever, a writer and a verifier. Never stores, never speaks HTTP.
 */
package ibid.ask;
