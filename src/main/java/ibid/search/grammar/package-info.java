/**
 * Owns the grammar of a question as far as rewriting needs it: its clause, noun phrases, superlatives and countries.
 * Assumes English. Never looks at a conversation or an article.
 */
package ibid.search.grammar;
