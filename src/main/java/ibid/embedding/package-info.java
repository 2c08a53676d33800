/**
 * Owns how questions and passages are held as vectors: one of the whole text and one for each token, and how near they
 * are to each other. Assumes vectors that a model made. Never runs a model, never stores anything.
 */
package ibid.embedding;
