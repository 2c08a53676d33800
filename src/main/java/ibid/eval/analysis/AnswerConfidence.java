package ibid.eval.analysis;

import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Bootstrap;
import ibid.eval.statistics.Calibration;
import ibid.eval.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * The calibration of the confidence that answers state. An answer is right if it holds a vital nugget of its topic; an
 * answer to a topic without nuggets is wrong.
 */
public final class AnswerConfidence {

    private AnswerConfidence() {}

    /** Leaves out topics without an expected outcome. */
    public static Calibration calibration(List<TopicResult> results) {
        List<TopicResult> known =
                results.stream().filter(AnswerConfidence::isKnown).toList();
        List<Calibration.Shown> shown = known.stream()
                .filter(result -> !result.abstained() && !result.failed() && !Double.isNaN(result.confidence()))
                .map(AnswerConfidence::shown)
                .toList();
        return new Calibration(shown, known.size());
    }

    private static Calibration.Shown shown(TopicResult result) {
        return new Calibration.Shown(result.confidence(), result.score(Measure.VITAL.title) > 0);
    }

    private static boolean isKnown(TopicResult result) {
        return result.topic().unanswerable() || !Double.isNaN(result.score(Measure.VITAL.title));
    }

    /** The area under the risk-coverage curve with its interval, by bootstrap over conversations. */
    public static Interval area(List<TopicResult> results) {
        List<Calibration> conversations = Conversations.of(results).stream()
                .map(AnswerConfidence::calibration)
                .toList();
        return Bootstrap.of(conversations, sample -> joined(sample).area());
    }

    private static Calibration joined(List<Calibration> parts) {
        List<Calibration.Shown> shown = new ArrayList<>();
        int asked = 0;
        for (Calibration part : parts) {
            shown.addAll(part.shown());
            asked += part.asked();
        }
        return new Calibration(shown, asked);
    }
}
