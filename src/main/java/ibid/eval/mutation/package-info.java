/**
 * Owns the changes that make a sentence false in one place. Assumes that the original sentence is true. Never decides
 * whether a judge notices the change.
 */
package ibid.eval.mutation;
