/**
 * Owns the check of a drafted sentence against the words it cites. Assumes citations with their passages. Never writes
 * an answer, never repairs an unsupported sentence.
 */
package ibid.verify;
