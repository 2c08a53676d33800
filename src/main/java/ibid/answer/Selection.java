package ibid.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Picks from the candidates those worth showing: good enough, each adding something, the best first, an article's own order kept. */
final class Selection {

    /** Below this estimated probability a sentence is not shown. Chosen on the starter corpus's topics: eval/README.md, "Refusing". */
    static final double THRESHOLD = 0.08;

    private static final double NEAR_BEST = 0.45;
    private static final double REPEATS = 0.45;
    private static final double COPY = 0.6;
    private static final int MOST_COPIES = 2;

    private Selection() {}

    /** A sentence to show, and the same said by other articles. */
    record Pick(Candidate main, List<Candidate> copies) {}

    /** @param ranked best first, all of them fit to be shown */
    static List<Pick> pick(List<Candidate> ranked, int most) {
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate candidate : ranked) {
            if (chosen.size() == most || candidate.score() < NEAR_BEST * ranked.getFirst().score()) break;
            if (chosen.stream().noneMatch(earlier -> earlier.likeness(candidate) >= REPEATS)) chosen.add(candidate);
        }
        return inOrder(chosen).stream().map(main -> new Pick(main, copies(main, ranked))).toList();
    }

    /** The best sentence's article first, others as their best sentence ranks; within an article as it has them, but the best one leads. */
    private static List<Candidate> inOrder(List<Candidate> chosen) {
        List<String> articles = chosen.stream().map(candidate -> candidate.hit().article().id().value()).distinct().toList();
        List<Candidate> ordered = new ArrayList<>(chosen);
        Candidate best = chosen.getFirst();
        ordered.sort(Comparator.<Candidate>comparingInt(candidate -> articles.indexOf(candidate.hit().article().id().value()))
                .thenComparing(candidate -> candidate != best).thenComparingInt(candidate -> candidate.span().start()));
        return ordered;
    }

    private static List<Candidate> copies(Candidate main, List<Candidate> ranked) {
        List<Candidate> copies = new ArrayList<>();
        for (Candidate candidate : ranked) {
            boolean known = candidate.sameArticle(main) || copies.stream().anyMatch(candidate::sameArticle);
            if (copies.size() < MOST_COPIES && !known && candidate.likeness(main) >= COPY) copies.add(candidate);
        }
        return copies;
    }
}
