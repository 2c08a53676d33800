package ibid.retrieve;

import java.util.List;

/** The ordered hits of one query, best first, with the query's terms and the index generation they were found in. */
public record Ranking(Query query, List<QueryTerm> terms, List<Hit> hits, String generation) {

    public Ranking {
        terms = List.copyOf(terms);
        hits = List.copyOf(hits);
    }
}
