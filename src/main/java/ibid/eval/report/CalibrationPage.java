package ibid.eval.report;

import ibid.eval.judge.JudgeCalibration;
import ibid.eval.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The comparison of judges with people's labels as one HTML page: a table, then a reliability plot and a confusion
 * matrix for each set.
 */
public final class CalibrationPage {

    private static final String EXPLANATION =
            ". Sensitivity: the share of supported claims that the judge accepts; specificity: the share of other"
                    + " claims that it rejects. Intervals of 95 %: Wilson's, and by bootstrap over texts of evidence"
                    + " for balanced accuracy and kappa. ECE: expected calibration error of the judge's score.";
    private final Map<String, JudgeCalibration> judges;
    private final String claims;

    /**
     * @param judges the calibrations, by the judge's description
     * @param claims a description of the claims
     */
    public CalibrationPage(Map<String, JudgeCalibration> judges, String claims) {
        this.judges = new LinkedHashMap<>(judges);
        this.claims = claims;
    }

    public String html() {
        List<HtmlPage.Block> blocks = new ArrayList<>();
        blocks.add(HtmlPage.soft(claims + EXPLANATION));
        judges.forEach((name, calibration) -> {
            List<List<HtmlPage.Cell>> rows = new ArrayList<>();
            List<Plot> plots = new ArrayList<>();
            calibration.sets().forEach((set, of) -> {
                rows.add(row(set, of));
                plots.addAll(RunPlots.judge(set, of));
            });
            blocks.add(HtmlPage.heading(name, ""));
            blocks.add(HtmlPage.table(head(), rows));
            blocks.add(HtmlPage.plots(plots));
        });
        return new HtmlPage("Judges compared with people", blocks).html();
    }

    private static List<HtmlPage.Cell> head() {
        Stream<String> numbers = Stream.of(
                "claims", "failed", "falsely rejected", "falsely accepted", "balanced accuracy", "kappa", "ECE");
        List<HtmlPage.Cell> head = new ArrayList<>();
        head.add(HtmlPage.Cell.text("set"));
        numbers.map(HtmlPage.Cell::number).forEach(head::add);
        return head;
    }

    private static List<HtmlPage.Cell> row(String name, JudgeCalibration.SetCalibration set) {
        return List.of(
                HtmlPage.Cell.text(name),
                HtmlPage.Cell.number(String.valueOf(set.count())),
                HtmlPage.Cell.number(String.valueOf(set.failures())),
                HtmlPage.Cell.number(text(set.falselyRejected().interval())),
                HtmlPage.Cell.number(text(set.falselyAccepted().interval())),
                HtmlPage.Cell.number(text(set.balanced())),
                HtmlPage.Cell.number(text(set.kappas())),
                HtmlPage.Cell.number(
                        String.format(Locale.ROOT, "%.3f", set.stated().error())));
    }

    private static String text(Interval interval) {
        return Double.isNaN(interval.estimate()) ? "–" : interval.toString();
    }
}
