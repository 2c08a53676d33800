package ibid.eval;

import java.util.List;

/**
 * A share that an imperfect judge found, set right by what is known of its mistakes. Both estimators assume that the labelled claims are like those that were
 * judged; a judge measured on encyclopedia sentences says little of answers on news.
 */
public final class Corrected {

    private Corrected() {}

    /**
     * Rogan and Gladen's estimate (American Journal of Epidemiology 1978) with the interval of Lang and Reiczigel (Preventive Veterinary Medicine 2014), which
     * knows that sensitivity and specificity are estimates too: adjusted counts, a shift and the delta method. Both are cut off at 0 and 1.
     *
     * @param supported   claims that the judge took for supported, of those it judged
     * @param sensitivity labelled as supported: how many of them it says so of
     * @param specificity labelled otherwise: how many of them it does not say so of
     * @return estimate NaN from 0 to 1 where the judge tells nothing, being right no more often than by chance
     */
    public static Interval roganGladen(Share supported, Share sensitivity, Share specificity) {
        double useful = sensitivity.value() + specificity.value() - 1;
        if (supported.of() == 0 || !(useful > 0)) return new Interval(Double.NaN, 0, 1);
        double z = Interval.Z, square = z * z;
        double p = (supported.count() + square / 2) / (supported.of() + square), se = (sensitivity.count() + 1.0) / (sensitivity.of() + 2), sp = (specificity.count() + 1.0) / (specificity.of() + 2);
        double adjusted = (p + sp - 1) / (se + sp - 1), ofSe = se * (1 - se) / (sensitivity.of() + 2), ofSp = sp * (1 - sp) / (specificity.of() + 2);
        double shift = 2 * square * (adjusted * ofSe - (1 - adjusted) * ofSp);
        double half = z * Math.sqrt(p * (1 - p) / (supported.of() + square) + adjusted * adjusted * ofSe + (1 - adjusted) * (1 - adjusted) * ofSp) / (se + sp - 1);
        double estimate = Math.clamp((supported.value() + specificity.value() - 1) / useful, 0, 1);
        return se + sp <= 1 ? new Interval(estimate, 0, 1) : new Interval(estimate, Math.min(estimate, Math.clamp(adjusted + shift - half, 0, 1)), Math.max(estimate, Math.clamp(adjusted + shift + half, 0, 1)));
    }

    /** A claim that people labelled: what the judge said of it and what they did, each 1 for supported and 0 for not. */
    public record Both(double judged, double labelled) {}

    /**
     * Prediction-powered inference for a mean (Angelopoulos et al., Science 2023): the judge's mean over all claims, and what it was off by over those that
     * people labelled too, which must be drawn at random from the same answers. By the normal distribution, not cut off; give it 30 labels and more.
     *
     * @param judged what the judge said of the claims nobody labelled
     */
    public static Interval predictionPowered(List<Double> judged, List<Both> labelled) {
        List<Double> off = labelled.stream().map(both -> both.labelled() - both.judged()).toList();
        double estimate = mean(judged) + mean(off), half = Interval.Z * Math.sqrt(variance(judged) / judged.size() + variance(off) / off.size());
        return new Interval(estimate, estimate - half, estimate + half);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Over n, as the paper's own software has it (ppi_py). */
    private static double variance(List<Double> values) {
        double mean = mean(values);
        return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).average().orElse(Double.NaN);
    }
}
