/**
 * Owns the stand-alone form of a question in a conversation, by rules. Assumes English and the turns before it. Never
 * calls a model, never changes a stand-alone question.
 */
package ibid.search.rewrite;
