/**
 * Owns what the tools of the Model Context Protocol return. Assumes complete answers, articles and rankings. Never
 * opens a connection.
 */
package ibid.api.mcp;
