/**
 * Owns the client of servers that speak OpenAI's chat dialect, and the reading of what their answers cite. Assumes that
 * no field of a reply is certain. Never computes a measure.
 */
package ibid.eval.chat;
