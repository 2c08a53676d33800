package ibid.search;

import ibid.index.PassageId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ordered hits of one query, best first, with the query's terms and the index generation they were found in. */
public record Ranking(Query query, List<QueryTerm> terms, List<Hit> hits, String generation) {

    public Ranking {
        terms = List.copyOf(terms);
        hits = List.copyOf(hits);
    }

    /** Interleaves several rankings. Each passage is kept once, with its first hit. */
    public static Ranking joined(List<Ranking> rankings) {
        Ranking first = rankings.getFirst();
        if (rankings.size() == 1) {
            return first;
        }
        Set<QueryTerm> terms = new LinkedHashSet<>();
        for (Ranking ranking : rankings) {
            terms.addAll(ranking.terms());
        }
        return new Ranking(first.query(), List.copyOf(terms), inTurns(rankings), first.generation());
    }

    private static List<Hit> inTurns(List<Ranking> rankings) {
        int longest = rankings.stream()
                .mapToInt(ranking -> ranking.hits().size())
                .max()
                .orElse(0);
        Map<PassageId, Hit> hits = new LinkedHashMap<>();
        for (int rank = 0; rank < longest; rank++) {
            for (Ranking ranking : rankings) {
                if (rank < ranking.hits().size()) {
                    Hit hit = ranking.hits().get(rank);
                    hits.putIfAbsent(hit.passage().id(), hit);
                }
            }
        }
        return List.copyOf(hits.values());
    }
}
