/** Owns the one exception every step may throw. Assumes nothing. Never holds anything else. */
package ibid;
