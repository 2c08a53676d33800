package ibid.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The one score from which on a claim counts as supported, and what it is worth. */
final class SupportThreshold {

    private SupportThreshold() {}

    /** The best over the sources together where what the exact checks speak against passes at no score. */
    static double withChecks(List<LabelledClaim> claims, ToDoubleFunction<LabelledClaim> score) {
        return ofScore(claims, claim -> claim.agrees() ? score.applyAsDouble(claim) : Double.NEGATIVE_INFINITY);
    }

    /** That which is best over the sources together, each counting the same. */
    static double ofScore(List<LabelledClaim> claims, ToDoubleFunction<LabelledClaim> score) {
        double[] tried = claims.stream()
                .mapToDouble(score)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<List<LabelledClaim>> sources = LabelledClaim.sources(claims)
                .map(source -> claims.stream()
                        .filter(claim -> claim.source().equals(source))
                        .toList())
                .toList();
        return IntStream.range(1, 60)
                .mapToObj(step -> tried[step * (tried.length - 1) / 60])
                .max(Comparator.comparingDouble(threshold -> sources.stream()
                        .mapToDouble(own -> balanced(own, score, threshold))
                        .sum()))
                .orElseThrow();
    }

    static double balanced(List<LabelledClaim> claims, ToDoubleFunction<LabelledClaim> score, double threshold) {
        return (share(claims, LabelledClaim::full, claim -> score.applyAsDouble(claim) >= threshold)
                        + share(claims, claim -> !claim.full(), claim -> score.applyAsDouble(claim) < threshold))
                / 2;
    }

    private static double share(
            List<LabelledClaim> claims, Predicate<LabelledClaim> which, Predicate<LabelledClaim> right) {
        return (double) claims.stream().filter(which).filter(right).count()
                / claims.stream().filter(which).count();
    }
}
