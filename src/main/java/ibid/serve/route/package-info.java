/**
 * Owns the routes of the API, one class for each group: read the request, call the step, write the response. Assumes
 * that bodies are records of {@link ibid.api}. Never implements product rules.
 */
package ibid.serve.route;
