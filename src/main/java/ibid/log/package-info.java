/**
 * Owns the log of answers in SQL: conversations, answers as they were shown, feedback. Assumes finished answers. Never
 * changes a stored answer.
 */
package ibid.log;
