/**
 * Owns whether an answer still holds: its quotes and verdicts against the articles of today. Assumes answers as they
 * were stored. Never changes an answer.
 */
package ibid.receipt;
