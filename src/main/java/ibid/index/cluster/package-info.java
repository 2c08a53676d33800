/**
 * Owns passages in an OpenSearch cluster: its address and connections, generations as indexes with an alias, what is
 * written, found and removed there, as JSON. Assumes documents and queries of Lucene, which it translates. Never knows
 * what their fields mean, never ranks.
 */
package ibid.index.cluster;
