/**
 * Owns the embedding, reading and language models, and is the only place that knows LangChain4j and ONNX. Assumes
 * texts, and prompts from the folder {@code prompts}. Never retries what cannot succeed, never opens a connection
 * before a call needs it.
 */
package ibid.model;
