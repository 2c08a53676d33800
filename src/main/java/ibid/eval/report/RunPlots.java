package ibid.eval.report;

import ibid.eval.analysis.AnswerConfidence;
import ibid.eval.analysis.Figure;
import ibid.eval.analysis.Figures;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.measure.Measure;
import ibid.eval.measure.OutcomeConfusion;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Calibration;
import ibid.eval.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The plots of the report page: confidence, times, outcomes, measures by kind, and the judge compared with people. */
final class RunPlots {

    private static final List<Measure> BY_KIND = List.of(Measure.OUTCOME, Measure.VITAL, Measure.RECALL);

    /** The time axis ends at a multiple of this, so that its ticks are integers. */
    private static final int MILLIS_STEP = 40;

    private final Figures figures;

    RunPlots(Figures figures) {
        this.figures = figures;
    }

    List<Plot> all() {
        List<Plot> plots = new ArrayList<>();
        Calibration calibration = AnswerConfidence.calibration(figures.results());
        if (!calibration.shown().isEmpty()) {
            plots.add(reliability(calibration));
            plots.add(risk(calibration));
        }
        plots.add(latency());
        OutcomeConfusion outcomes = figures.outcomes();
        if (outcomes.confusion().total() > 0) {
            plots.add(outcomes(outcomes));
        }
        for (Measure measure : BY_KIND) {
            List<Plot.Bar> bars = bars(measure);
            if (!bars.isEmpty()) {
                plots.add(new Plot.Bars(caption(measure), bars));
            }
        }
        return plots;
    }

    private static String caption(Measure measure) {
        return measure.title + " by kind: " + measure.meaning
                + ". The number of topics is in brackets; the line is the 95 % interval.";
    }

    private List<Plot.Bar> bars(Measure measure) {
        List<Plot.Bar> bars = new ArrayList<>();
        for (Map.Entry<String, Figures> kind : figures.groupBy(Topic::kind).entrySet()) {
            Figures some = kind.getValue();
            if (some.topics(measure.title) > 0) {
                bars.add(bar(kind.getKey(), some.of(measure, measure.title)));
            }
        }
        return bars;
    }

    private static Plot.Bar bar(String kind, Figure figure) {
        Interval interval = figure.interval();
        String name = kind + " (" + figure.topics() + ")";
        return new Plot.Bar(name, interval.estimate(), interval.low(), interval.high());
    }

    private static Plot reliability(Calibration calibration) {
        String caption = String.format(
                Locale.ROOT,
                "Reliability: the stated confidence and the share of those answers that are right, that is, hold a "
                        + "vital nugget (an answer to a question without nuggets is wrong); the area shows their "
                        + "number, the line the 95 %% interval. Calibration error %.3f.",
                calibration.error());
        return Plot.reliability(calibration, "stated confidence", "share right", "answers", caption);
    }

    private Plot risk(Calibration calibration) {
        List<Plot.Point> points = calibration.risks().stream()
                .map(point -> new Plot.Point(point.coverage(), point.risk()))
                .toList();
        List<Plot.Line> lines = List.of(new Plot.Line("one", points));
        return new Plot.Curves(
                riskCaption(calibration), 1, "share of topics answered", "share of wrong ones", lines, List.of());
    }

    private String riskCaption(Calibration calibration) {
        return String.format(
                Locale.ROOT,
                "Risk and coverage if only the most confident answers were shown; an answer is right if it holds a "
                        + "vital nugget, so a right outcome may count as wrong here. Area %s; the minimum with that "
                        + "many wrong answers is %.3f.",
                AnswerConfidence.area(figures.results()),
                calibration.minArea());
    }

    private Plot latency() {
        double[] first = figures.millis(TopicResult.Millis::first);
        double[] whole = figures.millis(TopicResult.Millis::whole);
        double steps = Math.ceil(Figures.percentile(99, whole) / MILLIS_STEP);
        double max = Math.max(MILLIS_STEP, steps * MILLIS_STEP);
        String caption = String.format(
                Locale.ROOT,
                "Time until the first sentence (blue) and the whole answer (red), over HTTP."
                        + " Whole: p50 %.0f ms, p95 %.0f ms, longest %.0f ms.",
                Figures.percentile(50, whole),
                Figures.percentile(95, whole),
                Figures.percentile(100, whole));
        List<Plot.Line> lines =
                List.of(new Plot.Line("two", within(first, max)), new Plot.Line("one", within(whole, max)));
        return new Plot.Curves(caption, max, "milliseconds", "share of topics", lines, List.of());
    }

    private static List<Plot.Point> within(double[] sorted, double max) {
        List<Plot.Point> points = new ArrayList<>();
        for (int at = 0; at < sorted.length && sorted[at] <= max; at++) {
            points.add(new Plot.Point(sorted[at], (at + 1.0) / sorted.length));
        }
        return points;
    }

    private static Plot outcomes(OutcomeConfusion outcomes) {
        String caption = "Outcomes: expected in rows, actual in columns; the colour is the share of the row. Refusals: "
                + "precision "
                + plain(outcomes.refusalPrecision()) + ", recall " + plain(outcomes.refusalRecall()) + ", F1 "
                + plain(outcomes.refusalF1()) + ".";
        return Plot.confusion(outcomes.confusion(), "expected \\ actual", caption);
    }

    /** A judge compared with people's labels: the reliability of its score, and the confusion matrix. */
    static List<Plot> judge(String name, JudgeCalibration.SetCalibration set) {
        String scores = name + ": the judge's score and the share of those claims that people call supported;"
                + " the line is the 95 % interval. Calibration error "
                + plain(set.stated().error()) + ".";
        String words = name + ": people's labels in rows, the judge's verdicts in columns. Balanced accuracy "
                + plain(set.balanced()) + ", kappa " + plain(set.kappas()) + ".";
        return List.of(
                Plot.reliability(
                        set.stated(), "score of the judge", "share that people call supported", "claims", scores),
                Plot.confusion(set.confusion(), "people \\ judge", words));
    }

    private static String plain(Interval interval) {
        return Double.isNaN(interval.estimate()) ? "not defined" : interval.toString();
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
