/**
 * Owns the routes below {@code /v1}, which speak OpenAI's dialect for clients that people already have. Assumes that
 * answers are made by {@link ibid.serve.route.LiveAnswers}. Never shows a sentence before it is checked.
 */
package ibid.serve.dialect;
