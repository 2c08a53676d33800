/** Owns HTTP: routes, status codes, event streams, the page. Assumes the steps are wired. Never decides what an answer says. */
package ibid.serve;
