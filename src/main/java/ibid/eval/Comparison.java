package ibid.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two runs on the same questions, by one measure: their mean difference with its interval, whether chance would make as large a one (Fisher's paired
 * randomisation test, two-sided; Smucker, Allan and Carterette, CIKM 2007), and how large one would have to be to be seen with so many questions.
 *
 * @param differences what the second run has more than the first, by question
 */
public record Comparison(List<Double> differences) {

    private static final int EXACT = 18;   // questions that differ: up to 262,144 ways of signing them are all looked at
    private static final int DRAWS = 100_000;
    private static final long SEED = 20_261_124;
    private static final double EIGHTY_PERCENT = 0.8416212335729143;   // of the standard normal distribution, what 20 % lie above
    private static final double SAME = 1e-12;

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** @param first and second: the measure of each run on the same questions in the same order */
    public static Comparison of(List<Double> first, List<Double> second) {
        if (first.size() != second.size()) throw new IllegalArgumentException(first.size() + " questions against " + second.size());
        return new Comparison(IntStream.range(0, first.size()).mapToObj(at -> second.get(at) - first.get(at)).toList());
    }

    public Interval difference() {
        return Bootstrap.meanOf(differences);
    }

    /** The share of all ways of exchanging the runs question by question that give as large a mean difference; of many questions, of 100,000 ways drawn. */
    public double p() {
        double[] some = differences.stream().mapToDouble(Double::doubleValue).filter(difference -> Math.abs(difference) > SAME).toArray();
        double seen = Math.abs(Arrays.stream(some).sum()) - SAME;
        if (some.length <= EXACT) return IntStream.range(0, 1 << some.length).filter(signs -> Math.abs(signed(some, signs)) >= seen).count() / (double) (1 << some.length);
        Random random = new Random(SEED);
        int as = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double one : some) sum += random.nextBoolean() ? one : -one;
            if (Math.abs(sum) >= seen) as++;
        }
        return (as + 1.0) / (DRAWS + 1);   // the runs as they are, too, are one of the ways (Phipson and Smyth, 2010)
    }

    private static double signed(double[] some, int signs) {
        double sum = 0;
        for (int at = 0; at < some.length; at++) sum += (signs >> at & 1) == 0 ? some[at] : -some[at];
        return sum;
    }

    /** The smallest true difference that a two-sided test at 5 % finds in four of five tries, by the normal distribution; NaN of fewer than two questions. */
    public double detectable() {
        int count = differences.size();
        double mean = differences.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double variance = differences.stream().mapToDouble(difference -> Math.pow(difference - mean, 2)).sum() / (count - 1);
        return count < 2 ? Double.NaN : (Interval.Z + EIGHTY_PERCENT) * Math.sqrt(variance / count);
    }
}
