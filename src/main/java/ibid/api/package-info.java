/**
 * Owns the JSON of the API: each request, response and event as a record, and the one mapper that writes and reads
 * them. Assumes that wire names are in snake case, unknown text is empty here and null on the wire, and offsets count
 * code points. Never decides what an answer says, never uses HTTP or SQL.
 */
package ibid.api;
