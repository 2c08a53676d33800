/**
 * Owns who may do what, in SQL: named keys with their roles, and the audit of uploads and removals. Assumes that a
 * caller was recognised. Never stores a key, only its hash.
 */
package ibid.access;
