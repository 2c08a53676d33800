/**
 * Owns the log of answers in SQL: conversations, answers as they were shown, feedback. Assumes finished answers. Never
 * changes an answer that it holds.
 */
package ibid.log;
