package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Prediction-powered inference for a mean (Angelopoulos et al., Science 2023): the judge's mean over all sentences,
 * corrected by its mean error on a random sample that people labelled. The interval is by bootstrap over conversations,
 * limited to 0 and 1. Use at least 30 labels.
 */
public final class PredictionPowered {

    private PredictionPowered() {}

    /**
     * The sentences of a conversation.
     *
     * @param judged the number that the judge calls supported
     * @param off the sum of people's labels (1 for supported, 0 for not) minus the judge's verdicts
     * @param labelled the number that people labelled
     */
    public record Conversation(double judged, int sentences, double off, int labelled) {}

    /** NaN without labels. */
    public static Interval of(List<Conversation> conversations) {
        double estimate = mean(conversations);
        Interval interval = Bootstrap.of(varied(conversations), PredictionPowered::mean);
        return new Interval(
                cut(estimate), cut(Math.min(estimate, interval.low())), cut(Math.max(estimate, interval.high())));
    }

    private static double mean(List<Conversation> some) {
        double judged = 0, sentences = 0, off = 0, labelled = 0;
        for (Conversation one : some) {
            judged += one.judged;
            sentences += one.sentences;
            off += one.off;
            labelled += one.labelled;
        }
        return judged / sentences + off / labelled;
    }

    /**
     * If people always agree with the judge, so does every draw, and the interval has no width. One added label of each
     * kind avoids that.
     */
    private static List<Conversation> varied(List<Conversation> conversations) {
        if (conversations.stream().anyMatch(one -> one.off != 0)) {
            return conversations;
        }
        List<Conversation> more = new ArrayList<>(conversations);
        more.add(new Conversation(0, 0, 1, 1));
        more.add(new Conversation(0, 0, -1, 1));
        return more;
    }

    private static double cut(double value) {
        return Double.isNaN(value) ? value : Math.clamp(value, 0, 1);
    }
}
