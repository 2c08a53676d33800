package ibid.eval.analysis;

import ibid.eval.measure.Measure;
import ibid.eval.statistics.Bootstrap;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.Share;
import ibid.eval.statistics.Tally;
import java.util.List;
import java.util.Locale;

/**
 * The value of a measure over some topics.
 *
 * @param sum numerator and denominator over all topics
 * @param topics the number of topics with a value
 * @param interval by bootstrap over conversations, or Wilson's if all of them are right or none is; for a count, the
 *                 estimate only
 */
public record Figure(Measure measure, String name, Tally sum, int topics, Interval interval) {

    /** @param conversations the tally of each conversation; follow-ups depend on the questions before them */
    static Figure of(Measure measure, String name, List<List<Tally>> conversations) {
        List<Tally> clusters = conversations.stream().map(Tally::sum).toList();
        Tally sum = Tally.sum(clusters);
        int topics = conversations.stream().mapToInt(List::size).sum();
        return new Figure(measure, name, sum, topics, interval(measure, sum, clusters));
    }

    private static Interval interval(Measure measure, Tally sum, List<Tally> clusters) {
        if (measure.counted()) {
            return new Interval(sum.got(), sum.got(), sum.got());
        }
        // If all conversations are alike, so is every bootstrap sample, and the interval has no width.
        if (sum.got() == 0) {
            return new Share(0, clusters.size()).interval();
        }
        if (sum.got() == sum.of()) {
            return new Share(clusters.size(), clusters.size()).interval();
        }
        return Bootstrap.of(clusters, some -> Tally.sum(some).value());
    }

    public double value() {
        return interval.estimate();
    }

    /** {@code 0.753 [0.690, 0.811]}, or a count. */
    public String describe() {
        return measure.counted() ? String.format(Locale.ROOT, "%.0f", sum.got()) : interval.toString();
    }

    /** The denominator: {@code 130 topics}, or {@code 612 sentences}. */
    public String count() {
        if (measure == Measure.FAITHFULNESS) {
            return Math.round(sum.of()) + " sentences";
        }
        return topics + (topics == 1 ? " topic" : " topics");
    }
}
