/**
 * Owns the series that articles count, "The first reason is … The second …", and which of them a question asks for.
 * Assumes a ranking and a question that is answered. Never decides whether it is answered, never words a sentence.
 */
package ibid.answer.series;
