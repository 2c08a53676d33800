package ibid.eval.analysis;

import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The measures of support over the answers on which no judge failed. A failure counts as not supported, but it need not
 * be a fault of the answer.
 */
public final class WithoutFailures {

    private WithoutFailures() {}

    /** Empty if no judge failed. */
    public static Optional<MeasureNote> of(List<TopicResult> results) {
        List<TopicResult> judged =
                results.stream().filter(result -> !result.judgeFailed()).toList();
        int failed = results.size() - judged.size();
        if (failed == 0) {
            return Optional.empty();
        }
        Map<String, Figure> figures = new Figures(judged).all();
        String values = figures.values().stream()
                .filter(figure -> figure.measure().part == Measure.Part.SUPPORT
                        && !figure.measure().counted())
                .map(figure -> figure.name() + " " + figure.describe() + " of " + figure.count())
                .collect(Collectors.joining("; "));
        return Optional.of(new MeasureNote(
                Measure.JUDGE_FAILURES.title,
                "in " + failed + (failed == 1 ? " answer" : " answers"),
                "A judge failed on " + failed + (failed == 1 ? " answer" : " answers")
                        + ", each failure counted as not supported. Without them: "
                        + (values.isEmpty() ? "nothing is left" : values)
                        + ". Repeat the command to judge only those again."));
    }
}
