/**
 * Owns files that hold several articles: feeds, records of JSON, mailboxes; where each entry stands and how one is
 * read. Assumes that a file may be half written and an entry broken. Never accesses the disk and never reads a second
 * file.
 */
package ibid.read.entries;
