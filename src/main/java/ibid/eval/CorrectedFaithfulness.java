package ibid.eval;

import java.util.List;
import java.util.Locale;

/** Faithfulness set right by what the judge gets wrong on labelled claims (Rogan and Gladen). It holds as far as those claims are like the answers' sentences. */
public record CorrectedFaithfulness(String judge, JudgeCalibration calibration) {

    /** A sentence; it says so where the judge was kinder to the answers than to the labelled claims, for then these are no measure of its mistakes. */
    public String words(List<Result> results) {
        Tally tally = Tally.sum(results.stream().filter(result -> result.scores().containsKey(Measure.FAITHFULNESS.title)).map(result -> result.scores().get(Measure.FAITHFULNESS.title)).toList());
        Share supported = new Share((int) tally.got(), (int) tally.of());
        JudgeCalibration.OfSet set = last();
        String known = String.format(Locale.ROOT, "of %d labelled claims the judge “%s” finds %s of those that are supported and rejects %s of the others", set.count(), judge, set.sensitivity().interval(), set.specificity().interval());
        if (supported.of() == 0) return "There is no faithfulness to correct; " + known + ".";
        if (supported.value() > set.sensitivity().value()) {
            return String.format(Locale.ROOT, "Faithfulness %.3f cannot be corrected by the labelled claims, which must be unlike the answers' sentences (those of the default writer are the articles' own): %s.", supported.value(), known);
        }
        return "Faithfulness corrected for the judge's mistakes (Rogan and Gladen): " + set.corrected(supported) + "; " + known + ".";
    }

    private JudgeCalibration.OfSet last() {
        return List.copyOf(calibration.sets().values()).getLast();
    }
}
