/**
 * Owns the figures of the running server in the format of Prometheus. Assumes that every request and every answer is
 * reported once. Never holds words of a question or an answer.
 */
package ibid.serve.metrics;
