package ibid.eval.analysis;

import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Bootstrap;
import ibid.eval.statistics.Calibration;
import ibid.eval.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * What the confidence that answers state is worth. An answer is right if it holds a vital nugget of its topic; an
 * answer to a topic that has none is wrong.
 */
public final class AnswerConfidence {

    private AnswerConfidence() {}

    /** Topics of which nobody has said what is right are left out. */
    public static Calibration calibration(List<TopicResult> results) {
        List<Calibration.Shown> shown = new ArrayList<>();
        int asked = 0;
        for (TopicResult result : results) {
            double vital = result.score(Measure.VITAL.title);
            if (!result.topic().unanswerable() && Double.isNaN(vital)) {
                continue;
            }
            asked++;
            if (!result.abstained() && !result.failed()) {
                shown.add(new Calibration.Shown(result.confidence(), vital > 0));
            }
        }
        return new Calibration(shown, asked);
    }

    /** The area under risk and coverage with its interval, by bootstrap over conversations. */
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
