package ibid.eval.statistics;

import java.util.List;
import java.util.Random;

/**
 * Two runs on the same questions, by one measure: what the second has more, with its interval, whether chance would
 * make as large a difference (Fisher's paired randomisation test, two-sided; Smucker, Allan and Carterette, CIKM 2007),
 * and how large one would have to be to be seen. Each run's figure is a sum over a sum, as the table has it.
 * Conversations are drawn and exchanged whole, since their topics are not independent.
 *
 * @param conversations what each adds in the one run and in the other
 * @param before        topics for which the first run has the measure
 * @param after         topics for which the second has it
 */
public record Comparison(List<Pair> conversations, int before, int after) {

    // Conversations that differ: all of up to 2^18 = 262,144 ways of exchanging them are tried.
    private static final int MAX_EXACT_CONVERSATIONS = 18;
    private static final int DRAWS = 100_000;
    private static final long SEED = 20_261_124;
    private static final double Z_OF_POWER_80 = 0.8416212335729143; // upper 20 % point of the standard normal
    private static final double MAX_ROUNDING_ERROR = 1e-12;

    /**
     * What a conversation adds in the first run and in the second; nothing of nothing where the measure is not defined
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

    /** NaN where one of the runs does not have the measure. */
    public double difference() {
        return difference(conversations);
    }

    private static double difference(List<Pair> some) {
        return Tally.sum(some.stream().map(Pair::after).toList()).value()
                - Tally.sum(some.stream().map(Pair::before).toList()).value();
    }

    /** By bootstrap over conversations. */
    public Interval interval() {
        return Bootstrap.of(conversations, Comparison::difference);
    }

    /**
     * The share of all ways of exchanging the runs conversation by conversation that give as large a difference; of
     * many conversations, of 100,000 ways drawn.
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
        return (as + 1.0) / (DRAWS + 1); // the runs as they are, too, are one of the ways (Phipson and Smyth, 2010)
    }

    /**
     * The difference were some conversations the other way round: plain arrays, since it is taken a hundred thousand
     * times.
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
     * The smallest true difference that a two-sided test at 5 % finds in four of five tries, by the normal
     * distribution; the error of each sum over a sum is that of its linear part (the ratio estimate of surveys;
     * Cochran, 1977, chapter 6). NaN of fewer than two conversations, and of runs that do not vary at all: by how much
     * others would is not to be seen in them.
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
