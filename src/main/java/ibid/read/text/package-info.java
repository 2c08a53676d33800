/**
 * Owns Markdown and plain text. Assumes that a text may be a page saved with its navigation. Never guesses at an
 * encoding.
 */
package ibid.read.text;
