package ibid.search;

/**
 * The score of a passage in one leg of the search.
 *
 * @param name "bm25" or "dense"
 * @param rank from 1; 0 if the leg did not find it
 */
public record LegScore(String name, double score, int rank) {}
