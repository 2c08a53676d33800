package ibid.search;

import ibid.index.PassageId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ordered hits of one query, best first, with the query's terms and the index generation they were found in.
 *
 * @param isPartial whether a part of the passages could not be searched
 */
public record Ranking(Query query, List<QueryTerm> terms, List<Hit> hits, String generation, boolean isPartial) {

    /** A complete one. */
    public Ranking(Query query, List<QueryTerm> terms, List<Hit> hits, String generation) {
        this(query, terms, hits, generation, false);
    }

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
        boolean isPartial = rankings.stream().anyMatch(Ranking::isPartial);
        return new Ranking(first.query(), List.copyOf(terms), inTurns(rankings), first.generation(), isPartial);
    }

    /** The term that the search took a word of the query for; empty where it is none of the query's words. */
    public Optional<QueryTerm> termOf(String word) {
        return terms.stream().filter(term -> term.word().equals(word)).findFirst();
    }

    /** The text of each passage, once, best first. */
    public List<String> passageTexts() {
        Set<PassageId> seen = new HashSet<>();
        return hits.stream()
                .filter(hit -> seen.add(hit.passage().id()))
                .map(hit -> hit.article().text().slice(hit.passage().span()))
                .toList();
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
