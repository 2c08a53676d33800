/**
 * Owns which words of a sentence are what a question asks for, and how much of the sentence belongs to them. Assumes
 * that the question is analysed. Never ranks sentences.
 */
package ibid.answer.match;
