package ibid.eval.analysis;

import ibid.eval.judge.JudgeCalibration;
import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.RoganGladen;
import ibid.eval.statistics.Tally;
import java.util.List;
import java.util.Locale;

/**
 * Faithfulness corrected for the judge's error rates on labelled claims, or the reason why that is not possible; see
 * {@link RoganGladen}.
 */
public record CorrectedFaithfulness(String judge, JudgeCalibration calibration) {

    public MeasureNote of(List<TopicResult> results) {
        List<Tally> conversations = new Figures(results).conversations(Measure.FAITHFULNESS.title);
        JudgeCalibration.SetCalibration set = calibration.overall();
        String known = String.format(
                Locale.ROOT,
                "of %d labelled claims the judge “%s” accepts %s of those that are supported and rejects %s of the "
                        + "others",
                set.count(),
                judge,
                set.sensitivity().interval(),
                set.specificity().interval());
        return switch (RoganGladen.of(conversations, set.sensitivity(), set.specificity())) {
            case RoganGladen.Estimate estimate ->
                new MeasureNote(
                        Measure.FAITHFULNESS.title,
                        "as judged; corrected " + estimate.interval(),
                        "Faithfulness corrected for the judge's mistakes (Rogan and Gladen; bootstrap over "
                                + "conversations and labelled claims): "
                                + estimate.interval() + "; " + known + ".");
            case RoganGladen.NotIdentified not ->
                new MeasureNote(
                        Measure.FAITHFULNESS.title,
                        "as judged; the true share is not identified",
                        "Faithfulness as judged, "
                                + String.format(
                                        Locale.ROOT,
                                        "%.3f",
                                        Tally.sum(conversations).value())
                                + ", cannot be corrected for the judge's mistakes: " + not.why() + "; " + known
                                + ". People's labels on the answers' own sentences can tell (./ibid eval sample, "
                                + "then ./ibid eval report --labels).");
        };
    }
}
