package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Prediction-powered inference for a mean (Angelopoulos et al., Science 2023): the judge's mean over all sentences, and
 * what it was off by over those that people labelled, which were drawn at random from them. By bootstrap over
 * conversations, cut off at 0 and 1. Give it 30 labels and more.
 */
public final class PredictionPowered {

    private PredictionPowered() {}

    /**
     * A conversation's sentences.
     *
     * @param judged   how many of them the judge calls supported
     * @param off      what people's labels, 1 for supported and 0 for not, are above the judge's words, summed
     * @param labelled how many of the sentences people labelled
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
     * Where people never say otherwise than the judge, no draw would: one label either way keeps open what was not
     * seen.
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
