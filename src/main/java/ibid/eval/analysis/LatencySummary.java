package ibid.eval.analysis;

import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Bootstrap;
import ibid.eval.statistics.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of the times over the choice of questions. They do not cover changes in the machine's load.
 */
public final class LatencySummary {

    private LatencySummary() {}

    /** The interval of each percentile of {@link Figures#costs()}, by name, by bootstrap over topics. */
    public static Map<String, Interval> intervals(List<TopicResult> results) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        for (int percent : List.of(50, 95)) {
            intervals.put(
                    "first_sentence_p" + percent + "_ms",
                    of(percent, results, result -> result.millis().first()));
            intervals.put(
                    "answer_p" + percent + "_ms",
                    of(percent, results, result -> result.millis().whole()));
        }
        return intervals;
    }

    private static Interval of(int percent, List<TopicResult> results, ToDoubleFunction<TopicResult> millis) {
        List<Double> values = results.stream().map(millis::applyAsDouble).toList();
        return Bootstrap.of(values, sample -> {
            double[] sorted = sample.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return Figures.percentile(percent, sorted);
        });
    }
}
