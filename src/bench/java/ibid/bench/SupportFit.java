package ibid.bench;

import ibid.verify.SupportSignal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Two ways to fit the weights of the verifier's signals: one weight each, or equal weights of model and words. */
final class SupportFit {

    private static final Set<SupportSignal> ALL = EnumSet.allOf(SupportSignal.class);
    private static final double PENALTY = 3;
    private static final double CLASS_WEIGHT = 1_000; // total weight of the claims of one source and label

    private SupportFit() {}

    /** Every source has the same weight, and within a source supported claims have half of it. */
    static Logistic weighted(List<LabelledClaim> claims, Set<SupportSignal> used) {
        return fit(claims, claim -> claim.vector(used));
    }

    /**
     * Model and words are each divided by their standard deviation. The two differ so much between sources that weights
     * fitted to some sources mislead on another (Dawes, American Psychologist 1979). Only the slope of the sum is
     * fitted.
     */
    static Logistic alike(List<LabelledClaim> claims) {
        double model = 1
                / spread(
                        claims,
                        claim -> claim.signals().get(SupportSignal.MODEL_FULL)
                                - claim.signals().get(SupportSignal.MODEL_CONTRADICTED));
        double[] mix = new double[SupportSignal.values().length];
        mix[SupportSignal.MODEL_FULL.ordinal()] = model;
        mix[SupportSignal.MODEL_CONTRADICTED.ordinal()] = -model;
        mix[SupportSignal.WORDS.ordinal()] =
                1 / spread(claims, claim -> claim.signals().get(SupportSignal.WORDS));
        Logistic sum = new Logistic(0, mix);
        Logistic steep = fit(claims, claim -> new double[] {sum.logit(claim.vector(ALL))});
        double steepness = steep.weights()[0];
        return new Logistic(
                steep.bias(),
                Arrays.stream(mix).map(weight -> weight * steepness).toArray());
    }

    /** Signals that were not fitted get weight 0. */
    static ToDoubleFunction<LabelledClaim> odds(Logistic fitted) {
        return claim -> fitted.logit(claim.vector(ALL));
    }

    private interface Vector {

        double[] of(LabelledClaim claim);
    }

    private static Logistic fit(List<LabelledClaim> claims, Vector vector) {
        Map<String, Long> sizes =
                claims.stream().collect(Collectors.groupingBy(SupportFit::sourceAndLabel, Collectors.counting()));
        return Logistic.fit(
                claims.stream()
                        .map(claim -> new Logistic.Row(
                                vector.of(claim), claim.full(), CLASS_WEIGHT / sizes.get(sourceAndLabel(claim))))
                        .toList(),
                PENALTY);
    }

    private static String sourceAndLabel(LabelledClaim claim) {
        return claim.source() + claim.full();
    }

    private static double spread(List<LabelledClaim> claims, ToDoubleFunction<LabelledClaim> signal) {
        double mean = claims.stream().mapToDouble(signal).average().orElse(0);
        return Math.sqrt(claims.stream()
                .mapToDouble(claim -> Math.pow(signal.applyAsDouble(claim) - mean, 2))
                .average()
                .orElse(1));
    }
}
