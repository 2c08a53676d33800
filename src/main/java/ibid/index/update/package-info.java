/**
 * Owns the update of the index from the corpus folder: what to read, in which order, and how often to check. Assumes
 * one writer at a time, and that it may be killed at any moment. Never changes a file of the corpus folder, never
 * answers a query.
 */
package ibid.index.update;
