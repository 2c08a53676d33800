/**
 * Owns how much one reader, and all together, may ask for: requests a minute, answers at once. Assumes that others tell
 * who sends a request. Never waits, never stores anything.
 */
package ibid.serve.limit;
