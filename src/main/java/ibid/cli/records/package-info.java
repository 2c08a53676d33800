/**
 * Owns the commands on what is stored: keys and the log. Assumes that a data folder is given to them. Never needs a
 * server, and works while one runs.
 */
package ibid.cli.records;
