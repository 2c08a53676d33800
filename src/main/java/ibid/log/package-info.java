/** Owns the record of what was asked and shown; the only place that knows SQL. Assumes finished answers. Never answers, never forgets footnotes. */
package ibid.log;
