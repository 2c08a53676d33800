/**
 * Owns the proof that a connection comes from a program of the user at this machine. Assumes Linux and its
 * {@code /proc}; elsewhere nothing is proven. Never decides what a proven caller may do.
 */
package ibid.serve.peer;
