/**
 * Owns what becomes of the drafts for the parts of a question: joined one after another, or compared. Assumes one draft
 * for each part. Never drafts anything itself.
 */
package ibid.answer.parts;
