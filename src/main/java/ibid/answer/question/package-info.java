/**
 * Owns what a question asks for: its type, its names and terms, the quantity counted, and which words of a sentence
 * have that type. Assumes the terms that the search weighed. Never ranks sentences.
 */
package ibid.answer.question;
