/**
 * Owns the recognition of dates and times, absolute and relative, and what days they mean. Assumes the day of
 * publication if a text needs one. Never guesses a date that the words leave open.
 */
package ibid.language.time;
