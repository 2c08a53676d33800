package ibid.answer.selection;

import ibid.answer.rank.ScoredCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Selects good sentences that differ from each other: maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998).
 */
public final class SentenceVariety {

    private static final double SIMILARITY_PENALTY = 0.2; // subtracted, times the similarity to a chosen sentence

    private SentenceVariety() {}

    public static List<ScoredCandidate> select(List<ScoredCandidate> ranked, int max) {
        List<ScoredCandidate> chosen = new ArrayList<>();
        List<ScoredCandidate> left = new ArrayList<>(ranked);
        while (chosen.size() < max && !left.isEmpty()) {
            ScoredCandidate best = best(left, chosen);
            left.remove(best);
            if (SentenceSelection.addsTo(chosen, best)) {
                chosen.add(best);
            }
        }
        return chosen;
    }

    private static ScoredCandidate best(List<ScoredCandidate> left, List<ScoredCandidate> chosen) {
        return left.stream()
                .max(Comparator.comparingDouble(candidate -> marginalRelevance(candidate, chosen)))
                .orElseThrow();
    }

    private static double marginalRelevance(ScoredCandidate candidate, List<ScoredCandidate> chosen) {
        double nearest =
                chosen.stream().mapToDouble(candidate::computeSimilarity).max().orElse(0);
        return candidate.score() - SIMILARITY_PENALTY * nearest;
    }
}
