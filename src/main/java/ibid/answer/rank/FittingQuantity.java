package ibid.answer.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a sentence first that surely holds the quantity asked for, where the best one holds another: "How many soldiers
 * are in the South?" is answered by "28,500 troops in the South", not by the soldiers of two countries together.
 */
public final class FittingQuantity {

    /** A sentence without any number that counts what is asked for is no answer, however well it fits otherwise. */
    private static final double MIN_SHARE_OF_NONE = 0.1;

    private FittingQuantity() {}

    /** @param ranked best first */
    public static List<ScoredCandidate> first(List<ScoredCandidate> ranked) {
        if (ranked.isEmpty() || !asksForQuantity(ranked.getFirst()) || surelyHolds(ranked.getFirst())) {
            return ranked;
        }
        boolean isNone = ranked.getFirst().answer().isEmpty();
        double minShare = isNone ? MIN_SHARE_OF_NONE : AnswerabilityFeatures.MIN_NEAR_SHARE;
        double minScore = minShare * ranked.getFirst().score();
        Optional<ScoredCandidate> fitting = ranked.stream()
                .filter(one -> one.score() >= minScore)
                .filter(FittingQuantity::surelyHolds)
                .findFirst();
        return fitting.map(one -> moved(one, ranked)).orElse(ranked);
    }

    private static boolean asksForQuantity(ScoredCandidate one) {
        return one.candidate().feature(SentenceFeature.QUANTITY_FITS) != 0;
    }

    private static boolean surelyHolds(ScoredCandidate one) {
        return one.candidate().feature(SentenceFeature.QUANTITY_FITS) > 0
                || one.shownAnswer().isPresent();
    }

    private static List<ScoredCandidate> moved(ScoredCandidate first, List<ScoredCandidate> ranked) {
        List<ScoredCandidate> order = new ArrayList<>(ranked);
        order.remove(first);
        order.addFirst(first);
        return order;
    }
}
