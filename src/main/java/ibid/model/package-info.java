/**
 * Owns the language and embedding models; the only place that knows LangChain4j. Assumes text to embed. Never retries
 * what cannot be retried, never opens a connection nobody asked for.
 */
package ibid.model;
