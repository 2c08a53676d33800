/**
 * Owns the path from a question to an answer: stand-alone form, ranking, draft, verdicts, footnotes. Assumes a
 * retriever and an author. Never stores anything, never uses HTTP.
 */
package ibid.ask;
