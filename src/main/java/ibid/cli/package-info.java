/** Owns the commands, the settings and the wiring. Assumes every other package. Never implements a step itself. */
package ibid.cli;
