package ibid.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The evaluation as one HTML page that needs nothing else, in the dark too: measures, plots, topics to look at, and a run before beside it. */
public final class ReportPage {

    private static final List<Measure> HEADLINES = List.of(Measure.OUTCOME, Measure.VITAL, Measure.RECALL, Measure.CITATION_RECALL, Measure.FAITHFULNESS, Measure.REFUSED_RIGHTLY, Measure.REFUSED_WRONGLY, Measure.AGREE);
    private static final List<Measure> BY_KIND = List.of(Measure.OUTCOME, Measure.VITAL, Measure.RECALL);

    private final Figures figures;
    private final Optional<Changes> changes;
    private final List<String> outside;
    private final List<String> notes;

    /**
     * @param before  the results of an earlier run; none where there is nothing to compare with
     * @param outside the measures out of their tolerance, each in words
     * @param notes   what else is to be said of the run, in sentences
     */
    public ReportPage(List<Result> results, List<Result> before, List<String> outside, List<String> notes) {
        this.figures = new Figures(results);
        this.changes = before.isEmpty() ? Optional.empty() : Optional.of(new Changes(before, results));
        this.outside = List.copyOf(outside);
        this.notes = List.copyOf(notes);
    }

    public String html() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Ibid: evaluation</title>\n<style>\n" + style() + "</style></head>\n<body>\n"
                + "<h1>Evaluation</h1>\n<p class=\"soft\">" + figures.results().size() + " topics; shares with their 95 % interval by bootstrap over conversations. " + writer() + "</p>\n"
                + outside.stream().map(line -> "<p class=\"bad\">Outside its tolerance: " + Plot.escaped(line) + "</p>\n").collect(Collectors.joining())
                + tiles() + changes.map(this::comparison).orElse("") + "<h2>Plots</h2>\n<div class=\"plots\">" + plots() + "</div>\n" + measures() + CasePart.failing(figures.results()) + "</body></html>\n";
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String writer() {
        return "Written by " + Plot.escaped(figures.results().stream().map(result -> result.answer().path("writer").path("model").asText("")).filter(model -> !model.isEmpty()).distinct().collect(Collectors.joining(", ")))
                + "; judged by " + Plot.escaped(String.join(" and ", figures.judges())) + ".";
    }

    private String tiles() {
        Map<String, Figure> all = figures.all();
        return "<div class=\"tiles\">" + HEADLINES.stream().filter(measure -> all.containsKey(measure.title)).map(measure -> all.get(measure.title))
                .map(figure -> String.format(Locale.ROOT, "<div class=\"tile\" title=\"%s\">%s<b>%.3f</b><small>%.2f to %.2f, %s</small></div>", Plot.escaped(figure.measure().meaning), Plot.escaped(figure.name().replace('_', ' ')), figure.value(), figure.interval().low(), figure.interval().high(), figure.count()))
                .collect(Collectors.joining("\n")) + "</div>\n";
    }

    private String plots() {
        Calibration calibration = Calibration.of(figures.results());
        Plot reliability = new Plot(1, 1, "stated confidence", "share right").line("grid", List.of(new double[] {0, 0}, new double[] {1, 1}));
        calibration.bins().forEach(bin -> reliability.dot(bin.stated(), bin.right(), Math.max(2, Math.sqrt(bin.count()) * 1.6), bin.count() + " answers"));
        Plot risk = new Plot(1, 1, "share of topics answered", "share of wrong ones").line("one", calibration.risks().stream().map(point -> new double[] {point.coverage(), point.risk()}).toList());
        StringBuilder plots = new StringBuilder();
        if (!calibration.shown().isEmpty()) {
            plots.append(reliability.figure(String.format(Locale.ROOT, "Reliability: confidence as stated, and how many of those answers are right; the area is their number. Calibration error %.3f.", calibration.error())));
            plots.append(risk.figure(String.format(Locale.ROOT, "Risk and coverage, were only the most confident answers shown. Area %.3f; the least possible with so many wrong ones is %.3f.", calibration.area(), calibration.leastArea())));
        }
        plots.append(latency()).append(confusion());
        for (Measure measure : BY_KIND) {
            Map<String, Figure> kinds = new LinkedHashMap<>();
            figures.by(Topic::kind).forEach((kind, some) -> {
                if (some.topics(measure.title) > 0) kinds.put(kind, some.of(measure, measure.title));
            });
            if (!kinds.isEmpty()) plots.append(Plot.bars(measure.title + " by kind: " + measure.meaning + ". In brackets the number of topics; the line is the 95 % interval.", kinds));
        }
        return plots.toString();
    }

    private String latency() {
        double[] first = figures.millis(Result.Millis::first), whole = figures.millis(Result.Millis::whole);
        double most = Math.max(40, Math.ceil(Figures.percentile(99, whole) / 40) * 40);
        return new Plot(most, 1, "milliseconds", "share of topics").line("two", within(first, most)).line("one", within(whole, most))
                .figure(String.format(Locale.ROOT, "Time until the first sentence (blue) and the whole answer (red), over HTTP. Whole: p50 %.0f ms, p95 %.0f ms, longest %.0f ms.", Figures.percentile(50, whole), Figures.percentile(95, whole), Figures.percentile(100, whole)));
    }

    private static List<double[]> within(double[] sorted, double most) {
        return IntStream.range(0, sorted.length).filter(at -> sorted[at] <= most).mapToObj(at -> new double[] {sorted[at], (at + 1.0) / sorted.length}).toList();
    }

    private String confusion() {
        Confusion confusion = figures.outcomes().confusion();
        if (confusion.total() == 0) return "";
        StringBuilder table = new StringBuilder("<figure><table class=\"confusion\"><tr><th>right \\ did");
        confusion.said().forEach(word -> table.append("<td>").append(word));
        for (String right : confusion.labels()) {
            table.append("<tr><th>").append(right);
            confusion.said().forEach(word -> table.append(String.format(Locale.ROOT, "<td style=\"background: rgba(var(--tint), %.2f)\">%d", confusion.right(right) == 0 ? 0 : 0.6 * confusion.count(right, word) / confusion.right(right), confusion.count(right, word))));
        }
        return table + "</table><figcaption>Outcomes: what would have been right in rows, what it did in columns; the colour is the share of the row.</figcaption></figure>\n";
    }

    private String measures() {
        Map<String, Figures> splits = figures.by(Topic::split);
        StringBuilder table = new StringBuilder("<h2>Measures</h2>\n<div class=\"wide\"><table><tr><th>measure<th class=\"number\">value [95 %]<th>of");
        splits.keySet().forEach(split -> table.append("<th class=\"number\">").append(Plot.escaped(split)));
        table.append("<th>is");
        for (Figure figure : figures.all().values()) {
            table.append("<tr><td>").append(Plot.escaped(figure.name())).append("<td class=\"number\">").append(figure.words()).append("<td class=\"count\">").append(figure.count());
            splits.values().forEach(some -> table.append(String.format(Locale.ROOT, figure.measure().counted() ? "<td class=\"number\">%.0f" : "<td class=\"number\">%.3f", some.value(figure.name(), figure.measure()))));
            table.append("<td class=\"soft\">").append(Plot.escaped(figure.measure().meaning));
        }
        figures.costs().forEach((name, value) -> table.append(String.format(Locale.ROOT, "<tr><td>%s<td class=\"number\">%.0f", name, value)));
        table.append("</table></div>\n");
        notes.forEach(note -> table.append("<p class=\"soft\">").append(Plot.escaped(note)).append("</p>\n"));
        return table.toString();
    }

    private String comparison(Changes changes) {
        StringBuilder table = new StringBuilder("<h2>Beside the run before</h2>\n<p class=\"soft\">" + changes.topics() + " topics in both. p by exchanging the runs topic by topic (Fisher); below 0.05 chance would seldom make as large a difference. Smallest seen: what four of five tries would find.</p>\n"
                + "<div class=\"wide\"><table><tr><th>measure<th class=\"number\">difference [95 %]<th class=\"number\">p<th class=\"number\">smallest seen<th class=\"number\">topics");
        changes.all().forEach((name, comparison) -> {
            if (Measure.named(name).getFirst().counted()) return;
            Interval difference = comparison.difference();
            String style = comparison.p() < 0.05 ? difference.estimate() < 0 == Measure.named(name).getFirst().lessIsBetter() ? "fine" : "bad" : "";
            table.append(String.format(Locale.ROOT, "<tr><td>%s<td class=\"number %s\">%+.3f [%+.3f, %+.3f]<td class=\"number\">%s<td class=\"number\">%.3f<td class=\"number\">%d", Plot.escaped(name), style, difference.estimate(), difference.low(), difference.high(), Changes.chance(comparison), comparison.detectable(), comparison.differences().size()));
        });
        return table.append("</table></div>\n").append(CasePart.changed(changes)).toString();
    }
}
