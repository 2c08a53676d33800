package ibid.eval.report;

import ibid.eval.analysis.Agreement;
import ibid.eval.analysis.AnswerConfidence;
import ibid.eval.analysis.ExpectedValues;
import ibid.eval.analysis.Figure;
import ibid.eval.analysis.Figures;
import ibid.eval.dataset.Topic;
import ibid.eval.measure.Measure;
import ibid.eval.measure.OutcomeConfusion;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Calibration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results as text: every measure with its interval and count, by split and by kind, then outcomes, times and
 * breaches.
 */
public final class TextReport {

    private static final List<Measure> BY_KIND = List.of(
            Measure.OUTCOME, Measure.RECALL, Measure.NDCG, Measure.VITAL, Measure.GOLD_EARLY, Measure.CITATION_RECALL);

    private final Figures figures;

    public TextReport(List<TopicResult> results) {
        this.figures = new Figures(results);
    }

    /**
     * Every measure by name, in the order of the table, with those of a split as {@code fresh:recall@5}; times in
     * milliseconds.
     */
    public Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        figures.names().forEach((name, measure) -> measures.put(name, figures.value(name, measure)));
        figures.groupBy(Topic::split)
                .forEach((split, part) -> part.names()
                        .forEach((name, measure) -> measures.put(split + ":" + name, part.value(name, measure))));
        if (!AnswerConfidence.calibration(figures.results()).shown().isEmpty()) {
            measures.put(
                    ExpectedValues.CALIBRATION_ERROR,
                    AnswerConfidence.calibration(figures.results()).error());
        }
        measures.putAll(figures.costs());
        return measures;
    }

    public String table() {
        StringBuilder table = new StringBuilder();
        measures(table);
        kinds(table);
        outcomes(table);
        Agreement.of(figures)
                .ifPresent(agreement -> table.append(String.format(
                        "%n%s%n%s", agreement.describe(), agreement.confusion().table())));
        table.append('\n');
        figures.costs()
                .forEach((name, value) -> table.append(String.format(Locale.ROOT, "%-28s%10.0f%n", name, value)));
        figures.results()
                .forEach(result -> result.breaches()
                        .forEach(breach -> table.append("BREACH ")
                                .append(result.topic().id())
                                .append(": ")
                                .append(breach)
                                .append('\n')));
        return table.toString();
    }

    private void measures(StringBuilder table) {
        Map<String, Figures> splits = figures.groupBy(Topic::split);
        table.append(String.format("%-28s%-24s%-16s", "measure", "value [95 %]", "of"));
        splits.keySet().forEach(split -> table.append(String.format("%10s", split)));
        Measure.Part part = null;
        for (Figure figure : figures.all().values()) {
            if (figure.measure().part != part) {
                table.append(String.format(
                        "%n-- %s", (part = figure.measure().part).name().toLowerCase(Locale.ROOT)));
            }
            table.append(String.format("%n%-28s%-24s%-16s", figure.name(), figure.describe(), figure.count()));
            splits.values()
                    .forEach(some -> table.append(String.format("%10s", value(some, figure.name(), figure.measure()))));
        }
        table.append('\n');
    }

    private void kinds(StringBuilder table) {
        Map<String, Figures> kinds = new LinkedHashMap<>(figures.groupBy(Topic::kind));
        if (kinds.isEmpty()) {
            return;
        }
        kinds.put("all", figures);
        List<Measure> columns = BY_KIND.stream()
                .filter(measure -> figures.topics(measure.title) > 0)
                .toList();
        table.append(String.format("%n%-16s%8s", "kind", "topics"));
        columns.forEach(measure -> table.append(String.format(
                "%17s",
                measure.title.replace("gold_first_or_second", "gold_first").replace("citation_recall", "citations"))));
        kinds.forEach((kind, some) -> {
            table.append(String.format("%n%-16s%8d", kind, some.results().size()));
            columns.forEach(measure -> table.append(String.format("%17s", counted(some, measure))));
        });
        table.append('\n');
    }

    private void outcomes(StringBuilder table) {
        OutcomeConfusion outcomes = figures.outcomes();
        if (outcomes.confusion().total() == 0) {
            return;
        }
        Calibration calibration = AnswerConfidence.calibration(figures.results());
        table.append(String.format(
                "%nexpected outcome (rows) and actual outcome (columns); refusals: precision %s, recall %s, F1 %s%n%s",
                plain(outcomes.refusalPrecision()),
                plain(outcomes.refusalRecall()),
                plain(outcomes.refusalF1()),
                outcomes.confusion().table()));
        if (!calibration.shown().isEmpty()) {
            table.append(String.format(
                    "confidence of the %d answers shown: calibration error %s, area under risk and coverage %s "
                            + "(minimum %s)%n",
                    calibration.shown().size(),
                    plain(calibration.error()),
                    AnswerConfidence.area(figures.results()),
                    plain(calibration.minArea())));
        }
    }

    private static String counted(Figures some, Measure measure) {
        int topics = some.topics(measure.title);
        return topics == 0 ? "–" : plain(some.value(measure.title, measure)) + " of " + String.format("%3d", topics);
    }

    private static String value(Figures some, String name, Measure measure) {
        return measure.counted()
                ? String.format(Locale.ROOT, "%.0f", some.value(name, measure))
                : plain(some.value(name, measure));
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
