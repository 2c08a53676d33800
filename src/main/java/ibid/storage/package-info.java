/**
 * Owns the files of the data folder as files: its lock, checks for damage, what is moved aside, backups. Assumes
 * SQLite's file format. Never knows what the tables mean.
 */
package ibid.storage;
