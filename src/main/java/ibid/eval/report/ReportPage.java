package ibid.eval.report;

import ibid.eval.analysis.Agreement;
import ibid.eval.analysis.FailingCase;
import ibid.eval.analysis.Figure;
import ibid.eval.analysis.Figures;
import ibid.eval.analysis.LatencySummary;
import ibid.eval.dataset.Topic;
import ibid.eval.measure.Measure;
import ibid.eval.statistics.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The evaluation as one HTML page that needs nothing else, in the dark too: what was run, measures, plots, topics to look at, and a run before beside it. */
public final class ReportPage {

    private static final List<Measure> HEADLINES = List.of(
            Measure.OUTCOME,
            Measure.VITAL,
            Measure.RECALL,
            Measure.CITATION_RECALL,
            Measure.FAITHFULNESS,
            Measure.REFUSED_RIGHTLY,
            Measure.REFUSED_WRONGLY,
            Measure.AGREE);
    private static final List<Measure> BY_KIND = List.of(
            Measure.OUTCOME, Measure.RECALL, Measure.NDCG, Measure.VITAL, Measure.GOLD, Measure.CITATION_RECALL);

    private final Findings findings;
    private final Figures figures;

    public ReportPage(Findings findings) {
        this.findings = findings;
        this.figures = new Figures(findings.run().results());
    }

    public String html() {
        return page(
                "Evaluation",
                head()
                        + findings.outside().stream()
                                .map(line -> "<p class=\"bad\">Outside its tolerance: " + Plot.escaped(line) + "</p>\n")
                                .collect(Collectors.joining())
                        + tiles() + findings.changes().map(ComparePart::of).orElse("")
                        + "<h2>Plots</h2>\n<div class=\"plots\">" + new PlotPart(figures).all() + "</div>\n"
                        + measures() + kinds() + judges()
                        + new CasePart(findings.collection()).failing(figures.results()));
    }

    static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Ibid: "
                + Plot.escaped(title.toLowerCase(Locale.ROOT)) + "</title>\n<style>\n" + style()
                + "</style></head>\n<body>\n<h1>" + Plot.escaped(title) + "</h1>\n" + body + "</body></html>\n";
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String head() {
        String parts = findings.run().made().parts().entrySet().stream()
                .map(part ->
                        "<dt>" + Plot.escaped(part.getKey().replace('_', ' ')) + "<dd>" + Plot.escaped(part.getValue()))
                .collect(Collectors.joining("\n"));
        return "<p class=\"soft\">" + figures.results().size()
                + " topics; shares with their 95 % interval by bootstrap over conversations.</p>\n"
                + (parts.isEmpty() ? "" : "<dl class=\"made\">" + parts + "</dl>\n");
    }

    private String tiles() {
        Map<String, Figure> all = figures.all();
        return "<div class=\"tiles\">"
                + HEADLINES.stream()
                        .filter(measure -> all.containsKey(measure.title))
                        .map(measure -> tile(all.get(measure.title)))
                        .collect(Collectors.joining("\n"))
                + "</div>\n";
    }

    private String tile(Figure figure) {
        String caveat = findings.beside(figure.name())
                .map(brief -> "<small class=\"bad\">" + Plot.escaped(brief) + "</small>")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "<div class=\"tile\" title=\"%s\">%s<b>%.3f</b><small>%.2f to %.2f, %s</small>%s</div>",
                Plot.escaped(figure.measure().meaning),
                Plot.escaped(figure.name().replace('_', ' ')),
                figure.value(),
                figure.interval().low(),
                figure.interval().high(),
                figure.count(),
                caveat);
    }

    private String measures() {
        Map<String, Figures> splits = figures.by(Topic::split);
        Set<FailingCase.Wrong> wrong = figures.results().stream()
                .flatMap(result -> FailingCase.found(result).stream())
                .map(FailingCase::wrong)
                .collect(Collectors.toSet());
        StringBuilder table = new StringBuilder(
                "<h2 id=\"measures\">Measures</h2>\n<p class=\"soft\">A name leads to the topics that make it low.</p>\n<div class=\"wide\"><table><tr><th>measure<th class=\"number\">value [95 %]<th>of");
        splits.keySet().forEach(split -> table.append("<th class=\"number\">").append(Plot.escaped(split)));
        table.append("<th>is");
        for (Figure figure : figures.all().values()) {
            table.append("<tr><td>")
                    .append(linked(figure, wrong))
                    .append("<td class=\"number\">")
                    .append(figure.words())
                    .append("<td class=\"count\">")
                    .append(figure.count());
            splits.values()
                    .forEach(some -> table.append("<td class=\"number\">")
                            .append(
                                    some.topics(figure.name()) == 0
                                            ? "–"
                                            : some.of(figure.measure(), figure.name())
                                                    .words()));
            table.append("<td class=\"soft\">")
                    .append(Plot.escaped(figure.measure().meaning))
                    .append(findings.beside(figure.name())
                            .map(brief -> " <span class=\"bad\">" + Plot.escaped(brief) + "</span>")
                            .orElse(""));
        }
        Map<String, Interval> times = LatencySummary.intervals(figures.results());
        figures.costs()
                .forEach((name, value) -> table.append(String.format(
                        Locale.ROOT,
                        "<tr><td>%s<td class=\"number\">%.0f%s",
                        name,
                        value,
                        times.containsKey(name)
                                ? String.format(
                                        Locale.ROOT,
                                        " [%.0f, %.0f]",
                                        times.get(name).low(),
                                        times.get(name).high())
                                : "")));
        table.append("</table></div>\n");
        findings.notes()
                .forEach(note -> table.append("<p class=\"soft\">")
                        .append(Plot.escaped(note.words()))
                        .append("</p>\n"));
        return table.toString();
    }

    private static String linked(Figure figure, Set<FailingCase.Wrong> wrong) {
        String name = Plot.escaped(figure.name());
        return Arrays.stream(FailingCase.Wrong.values())
                .filter(one -> wrong.contains(one) && one.seenIn.contains(figure.measure()))
                .findFirst()
                .map(one -> "<a href=\"#" + one.anchor() + "\">" + name + "</a>")
                .orElse(name);
    }

    private String kinds() {
        Map<String, Figures> kinds = new LinkedHashMap<>(figures.by(Topic::kind));
        if (kinds.isEmpty()) return "";
        Set<String> failing = figures.results().stream()
                .filter(result -> !FailingCase.of(result).isEmpty())
                .map(result -> result.topic().kind())
                .collect(Collectors.toSet());
        List<Measure> columns = BY_KIND.stream()
                .filter(measure -> figures.topics(measure.title) > 0)
                .toList();
        StringBuilder table = new StringBuilder(
                "<h2 id=\"kinds\">By kind</h2>\n<div class=\"wide\"><table><tr><th>kind<th class=\"number\">topics");
        columns.forEach(measure -> table.append("<th class=\"number\">").append(measure.title));
        kinds.put("all", figures);
        kinds.forEach((kind, some) -> {
            table.append("<tr><td>")
                    .append(
                            failing.contains(kind)
                                    ? "<a href=\"#" + CasePart.anchor(kind) + "\">" + Plot.escaped(kind) + "</a>"
                                    : Plot.escaped(kind))
                    .append("<td class=\"number\">")
                    .append(some.results().size());
            columns.forEach(measure -> table.append("<td class=\"number\">")
                    .append(
                            some.topics(measure.title) == 0
                                    ? "–"
                                    : String.format(
                                            Locale.ROOT,
                                            "%.3f of %d",
                                            some.value(measure.title, measure),
                                            some.topics(measure.title))));
        });
        return table.append("</table></div>\n").toString();
    }

    private String judges() {
        String parts = Agreement.of(figures)
                        .map(agreement -> PlotPart.confusion(
                                agreement.confusion(),
                                agreement.first() + " \\ " + agreement.second(),
                                agreement.words()))
                        .orElse("")
                + findings.judge()
                        .map(judge -> PlotPart.judge("The first judge beside labelled claims", judge.last()))
                        .orElse("");
        return parts.isEmpty() ? "" : "<h2 id=\"judges\">Judges</h2>\n<div class=\"plots\">" + parts + "</div>\n";
    }
}
