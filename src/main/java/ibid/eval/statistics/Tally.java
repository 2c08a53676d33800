package ibid.eval.statistics;

import java.util.Collection;

/**
 * The contribution of one topic to a measure, as numerator and denominator. A measure is the sum of the numerators over
 * the sum of the denominators, so that it has a count.
 */
public record Tally(double got, double of) {

    /** A score of one topic, with the same weight for each topic. */
    public static Tally score(double value) {
        return new Tally(value, 1);
    }

    public static Tally score(boolean held) {
        return new Tally(held ? 1 : 0, 1);
    }

    public static Tally sum(Collection<Tally> tallies) {
        double got = 0, of = 0;
        for (Tally tally : tallies) {
            got += tally.got;
            of += tally.of;
        }
        return new Tally(got, of);
    }

    /** NaN if the denominator is 0. */
    public double value() {
        return got / of;
    }
}
