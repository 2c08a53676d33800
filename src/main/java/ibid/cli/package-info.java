/**
 * Owns the commands, the settings and the wiring. Assumes every other package. Never does a step's work.
 */
package ibid.cli;
