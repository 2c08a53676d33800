/**
 * Owns what a question asks for: its type, its names and terms, the quantity, person or term asked for. Assumes the
 * terms that the search weighed. Never looks for answers.
 */
package ibid.answer.question;
