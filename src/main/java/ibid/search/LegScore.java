package ibid.search;

/**
 * What one way of searching made of a passage.
 *
 * @param name  "bm25" or "dense"
 * @param rank  from 1; 0 where the leg did not find it
 */
public record LegScore(String name, double score, int rank) {}
