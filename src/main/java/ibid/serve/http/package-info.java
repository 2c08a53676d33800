/**
 * Owns what all routes share: JSON bodies, query parameters, problems, who may do what, headers against other sites.
 * Assumes Javalin. Never knows a route.
 */
package ibid.serve.http;
