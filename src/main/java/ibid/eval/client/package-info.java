/**
 * Owns the HTTP client of a running server and the view of its answers that measures need. Assumes the API that
 * ibid.api describes. Never computes a measure.
 */
package ibid.eval.client;
