package ibid.eval.statistics;

import java.util.Collection;

/**
 * What one topic adds to a measure: how much of how much. A measure is the sum of the one over the sum of the other, so
 * that it has a count beside it.
 */
public record Tally(double got, double of) {

    /** A score of one topic, each topic counting alike. */
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

    /** NaN of nothing. */
    public double value() {
        return got / of;
    }
}
