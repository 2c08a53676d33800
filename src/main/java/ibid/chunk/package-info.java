/** Owns the split of articles into passages. Assumes clean text. Never reads files, never calls a model. */
package ibid.chunk;
