/**
 * Owns which questions compare, what they compare, and the question for each side. Assumes a question in stand-alone
 * form. Never looks at an article.
 */
package ibid.search.comparison;
