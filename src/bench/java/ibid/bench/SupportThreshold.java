package ibid.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The score from which a claim counts as supported, and the accuracy it gives. */
final class SupportThreshold {

    private SupportThreshold() {}

    /** The best threshold over all sources, where a claim that an exact check rejects never passes. */
    static double withChecks(List<LabelledClaim> claims, ToDoubleFunction<LabelledClaim> score) {
        return ofScore(claims, claim -> claim.agrees() ? score.applyAsDouble(claim) : Double.NEGATIVE_INFINITY);
    }

    /** The best threshold over all sources, each with the same weight. */
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
