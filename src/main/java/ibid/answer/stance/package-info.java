/**
 * Owns who speaks in a sentence and for which side: the speaker of words, the holder of an opinion, and the side that a
 * question asks for. Assumes sentences of English news. Never ranks sentences.
 */
package ibid.answer.stance;
