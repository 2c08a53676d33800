/**
 * Owns the server of the Model Context Protocol: its tools, its resources and both protocol generations. Assumes that
 * requests passed the checks of every route. Never answers a question itself.
 */
package ibid.serve.mcp;
