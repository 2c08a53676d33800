package ibid.search;

/**
 * An index term of the query.
 *
 * @param word     as the user wrote it
 * @param passages number of passages that contain it
 * @param idf      ln(1 + (N - n + 0.5) / (n + 0.5)), as in BM25
 */
public record QueryTerm(String term, String word, int passages, double idf) {}
