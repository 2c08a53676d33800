package ibid.search;

import ibid.index.PassageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ordered hits of one query, best first, with the query's terms and the index generation they were found in. */
public record Ranking(Query query, List<QueryTerm> terms, List<Hit> hits, String generation) {

    public Ranking {
        terms = List.copyOf(terms);
        hits = List.copyOf(hits);
    }

    /** Several as one, hit by hit in turns, each passage once, with its hit of the first that has it. */
    public static Ranking joined(List<Ranking> rankings) {
        Map<PassageId, Hit> hits = new LinkedHashMap<>();
        int longest = rankings.stream()
                .mapToInt(ranking -> ranking.hits().size())
                .max()
                .orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (Ranking ranking : rankings)
                if (rank < ranking.hits().size())
                    hits.putIfAbsent(
                            ranking.hits().get(rank).passage().id(),
                            ranking.hits().get(rank));
        }
        Ranking first = rankings.getFirst();
        return rankings.size() == 1
                ? first
                : new Ranking(
                        first.query(),
                        rankings.stream()
                                .flatMap(ranking -> ranking.terms().stream())
                                .distinct()
                                .toList(),
                        List.copyOf(hits.values()),
                        first.generation());
    }
}
