package ibid.eval.statistics;

import java.util.List;
import java.util.Random;

/**
 * Compares two runs on the same questions by one measure: the difference with its interval, its p value (Fisher's
 * paired randomisation test, two-sided; Smucker, Allan and Carterette, CIKM 2007) and the smallest detectable
 * difference. Each run's figure is a ratio of sums, as in the table. Conversations are drawn and exchanged as units,
 * since their topics are not independent.
 *
 * @param conversations the tallies of each in the two runs
 * @param before        the number of topics with the measure in the first run
 * @param after         the number of topics with the measure in the second run
 */
public record Comparison(List<Pair> conversations, int before, int after) {

    // With up to 18 conversations that differ, all 2^18 = 262,144 exchanges are tried.
    private static final int MAX_EXACT_CONVERSATIONS = 18;
    private static final int DRAWS = 100_000;
    private static final long SEED = 20_261_124;
    private static final double Z_OF_POWER_80 = 0.8416212335729143; // upper 20 % point of the standard normal
    private static final double MAX_ROUNDING_ERROR = 1e-12;

    /**
     * The tallies of a conversation in the first and the second run; an empty tally if the measure is not defined
     * there.
     */
    public record Pair(Tally before, Tally after) {

        boolean differs() {
            return Math.abs(before.got() - after.got()) > MAX_ROUNDING_ERROR
                    || Math.abs(before.of() - after.of()) > MAX_ROUNDING_ERROR;
        }
    }

    public Comparison {
        conversations = List.copyOf(conversations);
    }

    /** NaN if one of the runs does not have the measure. */
    public double difference() {
        return difference(conversations);
    }

    private static double difference(List<Pair> some) {
        return Tally.sum(some.stream().map(Pair::after).toList()).value()
                - Tally.sum(some.stream().map(Pair::before).toList()).value();
    }

    /** The difference with its interval by bootstrap over conversations. */
    public Interval interval() {
        return Bootstrap.of(conversations, Comparison::difference);
    }

    /**
     * The share of all exchanges of conversations between the runs that give at least as large a difference. With many
     * conversations 100,000 random exchanges are tried.
     */
    public double p() {
        List<Pair> differ = conversations.stream().filter(Pair::differs).toList();
        Exchanged exchanged = new Exchanged(
                conversations.stream().filter(pair -> !pair.differs()).toList(), differ);
        double seen = Math.abs(difference()) - MAX_ROUNDING_ERROR;
        int as = 0;
        if (differ.size() <= MAX_EXACT_CONVERSATIONS) {
            int ways = 1 << differ.size();
            for (long way = 0; way < ways; way++) {
                if (Math.abs(exchanged.difference(new long[] {way})) >= seen) {
                    as++;
                }
            }
            return as / (double) ways;
        }
        Random random = new Random(SEED);
        long[] way = new long[differ.size() / Long.SIZE + 1];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int at = 0; at < way.length; at++) {
                way[at] = random.nextLong();
            }
            if (Math.abs(exchanged.difference(way)) >= seen) {
                as++;
            }
        }
        return (as + 1.0) / (DRAWS + 1); // the observed assignment is one of the exchanges (Phipson and Smyth, 2010)
    }

    /**
     * The difference after exchanging some conversations. Plain arrays, since it is computed 100,000 times.
     */
    private static final class Exchanged {

        private final Tally alike;
        private final double[][] pairs;

        Exchanged(List<Pair> alike, List<Pair> differ) {
            this.alike = Tally.sum(alike.stream().map(Pair::before).toList());
            this.pairs = differ.stream()
                    .map(pair -> new double[] {
                        pair.before().got(),
                        pair.before().of(),
                        pair.after().got(),
                        pair.after().of()
                    })
                    .toArray(double[][]::new);
        }

        double difference(long[] way) {
            double firstGot = alike.got(), firstOf = alike.of(), secondGot = alike.got(), secondOf = alike.of();
            for (int at = 0; at < pairs.length; at++) {
                int turned = (int) (way[at / Long.SIZE] >>> at % Long.SIZE & 1) * 2;
                firstGot += pairs[at][turned];
                firstOf += pairs[at][turned + 1];
                secondGot += pairs[at][2 - turned];
                secondOf += pairs[at][3 - turned];
            }
            return secondGot / secondOf - firstGot / firstOf;
        }
    }

    /**
     * The smallest true difference that a two-sided test at 5 % detects with a power of 80 %, by the normal
     * approximation. The error of each ratio of sums is linearised (the ratio estimator of surveys; Cochran, 1977,
     * chapter 6). NaN for fewer than two conversations and for differences without variance.
     */
    public double detectable() {
        Tally first = Tally.sum(conversations.stream().map(Pair::before).toList()),
                second = Tally.sum(conversations.stream().map(Pair::after).toList());
        int count = conversations.size();
        if (count < 2) {
            return Double.NaN;
        }
        double squares = conversations.stream()
                .mapToDouble(pair -> Math.pow(part(pair.after(), second) - part(pair.before(), first), 2))
                .sum();
        return squares < MAX_ROUNDING_ERROR
                ? Double.NaN
                : (Interval.Z_95 + Z_OF_POWER_80) * Math.sqrt(squares * count / (count - 1));
    }

    private static double part(Tally one, Tally all) {
        return (one.got() - all.value() * one.of()) / all.of();
    }
}
