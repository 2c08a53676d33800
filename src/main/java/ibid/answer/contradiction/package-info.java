/**
 * Owns where articles give different answers to one question: what each sentence asserts, under which circumstances,
 * and whether two such assertions exclude each other. Assumes ranked sentences. Never decides which of them is right.
 */
package ibid.answer.contradiction;
