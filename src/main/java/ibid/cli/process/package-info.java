/**
 * Owns what Ibid asks of the operating system for its own process: the signals that stop it and the native libraries
 * that it loads. Assumes one instance a process. Never knows what is stopped.
 */
package ibid.cli.process;
