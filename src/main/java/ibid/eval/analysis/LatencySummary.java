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
 * How sure the times are, as far as other questions would have given others; another load of the machine is not among
 * what they can tell.
 */
public final class LatencySummary {

    private LatencySummary() {}

    /** Of each percentile that {@link Figures#costs()} gives, by its name, by bootstrap over topics. */
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
