/**
 * Owns the HTTP server: its address, its page and its routes. Assumes that every step of answering is wired. Never
 * decides what an answer says.
 */
package ibid.serve;
