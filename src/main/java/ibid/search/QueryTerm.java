package ibid.search;

/**
 * An index term of the query.
 *
 * @param word     as the person wrote it
 * @param passages how many passages of the index hold it
 * @param idf      ln(1 + (N - n + 0.5) / (n + 0.5)), as BM25 has it
 */
public record QueryTerm(String term, String word, int passages, double idf) {}
