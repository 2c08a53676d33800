package ibid.answer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Picks from the candidates those worth showing: good enough, each adding something, the best first, an article's own order kept. */
final class SentenceSelection {

    private static final double NEAR_BEST = 0.35;
    private static final double NEARLY_BEST =
            0.8; // a correction leads where it speaks of the same, not wherever it is quoted
    private static final double REPEATS = 0.45;
    private static final double COPY = 0.6;
    private static final int MOST_COPIES = 2;
    private static final int MOST_OF_ARTICLE = 3;

    private SentenceSelection() {}

    /** A sentence to show, and the same said by other articles. */
    record Pick(Candidate main, List<Candidate> copies) {}

    /**
     * @param ranked best first, the first of them fit to be shown
     * @param sides  some of them that contradict each other and must all be shown, or none
     */
    static List<Pick> pick(List<Candidate> ranked, List<Candidate> sides, int most) {
        List<Candidate> chosen = new ArrayList<>(sides.subList(0, Math.min(most, sides.size())));
        for (Candidate candidate : ranked) {
            if (chosen.size() == most
                    || candidate.score() < NEAR_BEST * ranked.getFirst().score()) break;
            if (adds(candidate, chosen)
                    && chosen.stream().filter(candidate::sameArticle).count() < MOST_OF_ARTICLE) chosen.add(candidate);
        }
        return inOrder(chosen, sides).stream()
                .map(main -> new Pick(main, copies(main, ranked)))
                .toList();
    }

    static boolean adds(Candidate candidate, List<Candidate> chosen) {
        return chosen.stream().noneMatch(earlier -> earlier.likeness(candidate) >= REPEATS);
    }

    /** A correction's article first, then the best sentence's, others as their best sentence ranks; within an article as it has them, but the best one leads. */
    private static List<Candidate> inOrder(List<Candidate> chosen, List<Candidate> sides) {
        Candidate best = chosen.getFirst();
        Predicate<Candidate> corrects = candidate -> Disagreements.isCorrection(candidate)
                && (sides.contains(candidate) || candidate.score() >= NEARLY_BEST * best.score());
        List<String> articles = chosen.stream()
                .sorted(Comparator.comparing(corrects::test).reversed())
                .map(Candidate::article)
                .distinct()
                .toList();
        List<Candidate> ordered = new ArrayList<>(chosen);
        ordered.sort(Comparator.<Candidate>comparingInt(candidate -> articles.indexOf(candidate.article()))
                .thenComparing(candidate -> candidate != best)
                .thenComparingInt(candidate -> candidate.span().start()));
        return ordered;
    }

    static List<Candidate> copies(Candidate main, List<Candidate> ranked) {
        List<Candidate> copies = new ArrayList<>();
        for (Candidate candidate : ranked) {
            boolean known = candidate.sameArticle(main) || copies.stream().anyMatch(candidate::sameArticle);
            if (copies.size() < MOST_COPIES && !known && candidate.likeness(main) >= COPY) copies.add(candidate);
        }
        return copies;
    }
}
