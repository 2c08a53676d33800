/**
 * Owns where the articles of a process come from: its folder, or what another process publishes in a database. Assumes
 * settings that were read. Never reads or shows an article itself.
 */
package ibid.cli.articles;
