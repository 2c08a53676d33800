package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The cluster bootstrap, percentile method (Efron and Tibshirani, 1993, chapter 13; Field and Welsh, JRSS B 2007):
 * clusters are drawn with replacement, each with everything measured on it, since the sentences of one answer are not
 * independent. The same seed gives the same interval.
 */
public final class Bootstrap {

    private static final int DRAWS = 5_000;
    private static final long SEED = 20_261_124;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /**
     * @param clusters the measurements of each question or conversation
     * @param statistic of a sample of clusters; draws with the value NaN are left out
     */
    public static <T> Interval of(List<T> clusters, ToDoubleFunction<List<T>> statistic) {
        Random random = new Random(SEED);
        double[] values = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            values[draw] = statistic.applyAsDouble(sample(clusters, random));
        }
        return bounds(statistic.applyAsDouble(clusters), values);
    }

    private static <T> List<T> sample(List<T> clusters, Random random) {
        List<T> sample = new ArrayList<>(clusters.size());
        for (int at = 0; at < clusters.size(); at++) {
            sample.add(clusters.get(random.nextInt(clusters.size())));
        }
        return sample;
    }

    /** The interval between the 2.5 % and 97.5 % quantiles of the draws. */
    static Interval bounds(double estimate, double[] draws) {
        double[] sorted = Arrays.stream(draws)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new Interval(estimate, at(sorted, TAIL), at(sorted, 1 - TAIL));
    }

    private static double at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return below + 1 == sorted.length
                ? sorted[below]
                : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
