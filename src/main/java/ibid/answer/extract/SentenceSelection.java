package ibid.answer.extract;

import ibid.answer.rank.ScoredCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Selects the candidates to show: good enough, each adding something, the best first, an article's own order kept. */
final class SentenceSelection {

    private static final double MIN_SCORE_SHARE = 0.3; // of the best one's score
    private static final double MIN_CORRECTION_SCORE_SHARE = 0.8; // a correction leads where it is as good an answer
    private static final double MAX_SIMILARITY = 0.45; // above it a sentence repeats another
    private static final double MIN_COPY_SIMILARITY = 0.6;
    private static final int MAX_COPIES = 2;
    private static final int MAX_OF_ARTICLE = 3;

    private SentenceSelection() {}

    /** A sentence to show, and other articles' sentences that say the same. */
    record Pick(ScoredCandidate main, List<ScoredCandidate> copies) {}

    /**
     * @param ranked best first, the first of them fit to be shown
     * @param sides  some of them that contradict each other and must all be shown, or none
     */
    static List<Pick> select(List<ScoredCandidate> ranked, List<ScoredCandidate> sides, int max) {
        List<Pick> picks = new ArrayList<>();
        for (ScoredCandidate main : order(choose(ranked, sides, max), sides)) {
            picks.add(new Pick(main, findCopies(main, ranked)));
        }
        return picks;
    }

    private static List<ScoredCandidate> choose(List<ScoredCandidate> ranked, List<ScoredCandidate> sides, int max) {
        List<ScoredCandidate> chosen = new ArrayList<>(sides.subList(0, Math.min(max, sides.size())));
        double minScore = MIN_SCORE_SHARE * ranked.getFirst().score();
        for (ScoredCandidate candidate : ranked) {
            if (chosen.size() == max || candidate.score() < minScore) {
                break;
            }
            if (mayJoin(chosen, candidate)) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private static boolean mayJoin(List<ScoredCandidate> chosen, ScoredCandidate candidate) {
        long ofArticle = chosen.stream().filter(candidate::isOfSameArticle).count();
        return ofArticle < MAX_OF_ARTICLE && addsTo(chosen, candidate);
    }

    /** Whether the candidate says something that those chosen do not. */
    static boolean addsTo(List<ScoredCandidate> chosen, ScoredCandidate candidate) {
        return chosen.stream().noneMatch(earlier -> earlier.computeSimilarity(candidate) >= MAX_SIMILARITY);
    }

    /**
     * A correction's article first, then by each article's best sentence; within an article as it has them, but the
     * best one of all leads.
     */
    private static List<ScoredCandidate> order(List<ScoredCandidate> chosen, List<ScoredCandidate> sides) {
        ScoredCandidate best = chosen.getFirst();
        List<String> articles = orderOfArticles(chosen, sides);
        List<ScoredCandidate> ordered = new ArrayList<>(chosen);
        ordered.sort(Comparator.<ScoredCandidate>comparingInt(candidate -> articles.indexOf(candidate.articleId()))
                .thenComparing(candidate -> candidate != best)
                .thenComparingInt(candidate -> candidate.span().start()));
        return ordered;
    }

    /** May name an article twice: its first place counts. */
    private static List<String> orderOfArticles(List<ScoredCandidate> chosen, List<ScoredCandidate> sides) {
        double minScore = MIN_CORRECTION_SCORE_SHARE * chosen.getFirst().score();
        List<String> corrections = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ScoredCandidate candidate : chosen) {
            boolean counts = sides.contains(candidate) || candidate.score() >= minScore;
            List<String> place = counts && Disagreements.isCorrection(candidate) ? corrections : others;
            place.add(candidate.articleId());
        }
        corrections.addAll(others);
        return corrections;
    }

    private static List<ScoredCandidate> findCopies(ScoredCandidate main, List<ScoredCandidate> ranked) {
        List<ScoredCandidate> copies = new ArrayList<>();
        for (ScoredCandidate candidate : ranked) {
            if (copies.size() == MAX_COPIES) {
                break;
            }
            if (candidate.isOfSameArticle(main) || copies.stream().anyMatch(candidate::isOfSameArticle)) {
                continue;
            }
            if (candidate.computeSimilarity(main) >= MIN_COPY_SIMILARITY) {
                copies.add(candidate);
            }
        }
        return copies;
    }
}
