/**
 * Owns the run: asks a server every topic, measures each answer and keeps the results in a folder. Assumes a server
 * with the API and a valid test collection. Never compares or prints.
 */
package ibid.eval.run;
