/**
 * Owns ways to break an answer on purpose, and the count of those that the measures notice. Assumes answers that a
 * judge supports as they are. Never asks a server.
 */
package ibid.eval.mutation;
