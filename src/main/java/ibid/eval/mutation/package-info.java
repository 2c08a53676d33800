/**
 * Owns the ways to make a sentence false in one place. Assumes that the sentence is true as it is. Never judges whether
 * the change is noticed.
 */
package ibid.eval.mutation;
