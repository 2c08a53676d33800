/**
 * Owns databases, SQLite's and PostgreSQL's, and the files of the data folder as files: its lock, checks for damage,
 * what is moved aside, backups. Assumes SQL that is valid in both engines. Never knows what the tables mean.
 */
package ibid.storage;
