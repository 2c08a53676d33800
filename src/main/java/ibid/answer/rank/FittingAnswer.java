package ibid.answer.rank;

import java.util.List;
import java.util.Optional;

/**
 * Puts a sentence first that surely holds what is asked for, where the best one holds another or nothing of the kind:
 * "How many soldiers are in the South?" is answered by "28,500 troops in the South", not by the soldiers of two
 * countries together, and "Which barracks?" by a sentence that names one.
 */
public final class FittingAnswer {

    /** A sentence without any number that counts what is asked for is no answer, however well it fits otherwise. */
    private static final double MIN_SHARE_OF_NONE = 0.1;

    private FittingAnswer() {}

    /** @param ranked best first */
    public static List<ScoredCandidate> first(List<ScoredCandidate> ranked) {
        if (ranked.isEmpty()) {
            return ranked;
        }
        ScoredCandidate best = ranked.getFirst();
        boolean isNone = best.answer().isEmpty();
        boolean asksForQuantity = has(best, SentenceFeature.QUANTITY_FITS);
        boolean asksForDate = has(best, SentenceFeature.HOLDS_DATE);
        boolean mayGiveWay = asksForQuantity || asksForDate || isNone && has(best, SentenceFeature.NAME_FITS);
        if (!mayGiveWay || surelyHolds(best)) {
            return ranked;
        }
        double minShare = isNone && asksForQuantity ? MIN_SHARE_OF_NONE : AnswerabilityFeatures.MIN_NEAR_SHARE;
        double minScore = minShare * best.score();
        Optional<ScoredCandidate> fitting = ranked.stream()
                .filter(one -> one.score() >= minScore)
                .filter(FittingAnswer::surelyHolds)
                .findFirst();
        return fitting.map(one -> ScoredCandidate.withFirst(one, ranked)).orElse(ranked);
    }

    private static boolean has(ScoredCandidate one, SentenceFeature feature) {
        return one.candidate().feature(feature) != 0;
    }

    private static boolean surelyHolds(ScoredCandidate one) {
        return one.candidate().feature(SentenceFeature.QUANTITY_FITS) > 0
                || one.shownAnswer().isPresent();
    }
}
