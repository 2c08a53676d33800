/**
 * Owns who a caller is: a person at the machine, a browser, the holder of a key, a user of a proxy; and what addresses
 * the server answers at. Assumes that keys and proofs are given to it. Never knows a route.
 */
package ibid.serve.caller;
