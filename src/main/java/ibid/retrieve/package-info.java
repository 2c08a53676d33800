/** Owns the ranking of passages for a question, follow-ups included. Assumes an open index and an embedder. Never writes to the index, never words an answer. */
package ibid.retrieve;
