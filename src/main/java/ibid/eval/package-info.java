/** Owns the measures and the run of the test collection. Assumes a server that speaks the API, and topics, nuggets and judgements in files. Never reaches into the steps it measures. */
package ibid.eval;
