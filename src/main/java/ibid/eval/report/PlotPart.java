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
import ibid.eval.statistics.Confusion;
import ibid.eval.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The plots of the report page: what confidence is worth, times, outcomes, measures by kind, and the judge beside people. */
final class PlotPart {

    private static final List<Measure> BY_KIND = List.of(Measure.OUTCOME, Measure.VITAL, Measure.RECALL);

    private final Figures figures;

    PlotPart(Figures figures) {
        this.figures = figures;
    }

    String all() {
        StringBuilder plots = new StringBuilder();
        Calibration calibration = AnswerConfidence.calibration(figures.results());
        if (!calibration.shown().isEmpty())
            plots.append(reliability(calibration)).append(risk(calibration));
        plots.append(latency()).append(outcomes());
        for (Measure measure : BY_KIND) {
            Map<String, Figure> kinds = new LinkedHashMap<>();
            figures.by(Topic::kind).forEach((kind, some) -> {
                if (some.topics(measure.title) > 0) kinds.put(kind, some.of(measure, measure.title));
            });
            if (!kinds.isEmpty())
                plots.append(Plot.bars(
                        measure.title + " by kind: " + measure.meaning
                                + ". In brackets the number of topics; the line is the 95 % interval.",
                        kinds));
        }
        return plots.toString();
    }

    private static String reliability(Calibration calibration) {
        return Plot.reliability(calibration, "stated confidence", "share right", "answers")
                .figure(String.format(
                        Locale.ROOT,
                        "Reliability: confidence as stated, and how many of those answers are right, that is hold a vital nugget (no answer to a question without one is right); the area is their number, the line the 95 %% interval. Calibration error %.3f.",
                        calibration.error()));
    }

    private String risk(Calibration calibration) {
        Plot risk = new Plot(1, 1, "share of topics answered", "share of wrong ones")
                .line(
                        "one",
                        calibration.risks().stream()
                                .map(point -> new double[] {point.coverage(), point.risk()})
                                .toList());
        return risk.figure(String.format(
                Locale.ROOT,
                "Risk and coverage, were only the most confident answers shown; right is an answer that holds a vital nugget, wrong any other, so that a right outcome may be wrong here. Area %s; the least possible with so many wrong ones is %.3f.",
                AnswerConfidence.area(figures.results()),
                calibration.leastArea()));
    }

    private String latency() {
        double[] first = figures.millis(TopicResult.Millis::first), whole = figures.millis(TopicResult.Millis::whole);
        double most = Math.max(40, Math.ceil(Figures.percentile(99, whole) / 40) * 40);
        return new Plot(most, 1, "milliseconds", "share of topics")
                .line("two", within(first, most))
                .line("one", within(whole, most))
                .figure(String.format(
                        Locale.ROOT,
                        "Time until the first sentence (blue) and the whole answer (red), over HTTP. Whole: p50 %.0f ms, p95 %.0f ms, longest %.0f ms.",
                        Figures.percentile(50, whole),
                        Figures.percentile(95, whole),
                        Figures.percentile(100, whole)));
    }

    private static List<double[]> within(double[] sorted, double most) {
        return IntStream.range(0, sorted.length)
                .filter(at -> sorted[at] <= most)
                .mapToObj(at -> new double[] {sorted[at], (at + 1.0) / sorted.length})
                .toList();
    }

    private String outcomes() {
        OutcomeConfusion outcomes = figures.outcomes();
        if (outcomes.confusion().total() == 0) return "";
        return confusion(
                outcomes.confusion(),
                "right \\ did",
                "Outcomes: what would have been right in rows, what it did in columns; the colour is the share of the row. Of refusing: precision "
                        + plain(outcomes.refusalPrecision()) + ", recall " + plain(outcomes.refusalRecall()) + ", F1 "
                        + plain(outcomes.refusalF1()) + ".");
    }

    /** A judge beside people's labels: whether its score means what it says, and what it said of what. */
    static String judge(String name, JudgeCalibration.OfSet set) {
        return Plot.reliability(set.stated(), "score of the judge", "share that people call supported", "claims")
                        .figure(String.format(
                                Locale.ROOT,
                                "%s: the judge's score, and how many of those claims people call supported; the line is the 95 %% interval. Calibration error %s.",
                                name,
                                plain(set.stated().error())))
                + confusion(
                        set.confusion(),
                        "people \\ judge",
                        name + ": people's labels in rows, the judge's words in columns. Balanced accuracy "
                                + plain(set.balanced()) + ", kappa " + plain(set.kappas()) + ".");
    }

    static String confusion(Confusion confusion, String corner, String caption) {
        StringBuilder table = new StringBuilder("<figure><div class=\"wide\"><table class=\"confusion\"><tr><th>")
                .append(Plot.escaped(corner));
        confusion.said().forEach(word -> table.append("<td>").append(Plot.escaped(word)));
        for (String right : confusion.labels()) {
            table.append("<tr><th>").append(Plot.escaped(right));
            confusion
                    .said()
                    .forEach(word -> table.append(String.format(
                            Locale.ROOT,
                            "<td style=\"background: rgba(var(--tint), %.2f)\">%d",
                            confusion.right(right) == 0
                                    ? 0
                                    : 0.6 * confusion.count(right, word) / confusion.right(right),
                            confusion.count(right, word))));
        }
        return table + "</table></div><figcaption>" + Plot.escaped(caption) + "</figcaption></figure>\n";
    }

    private static String plain(Interval interval) {
        return Double.isNaN(interval.estimate()) ? "not defined" : interval.toString();
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
