package ibid.eval.report;

import ibid.eval.analysis.FailingCase;
import ibid.eval.analysis.Figure;
import ibid.eval.analysis.Figures;
import ibid.eval.analysis.LatencySummary;
import ibid.eval.dataset.Topic;
import ibid.eval.measure.Measure;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables of the report page: every measure with its splits, times and tokens, and some measures by kind. */
final class MeasureBlocks {

    private static final List<Measure> BY_KIND = List.of(
            Measure.OUTCOME, Measure.RECALL, Measure.NDCG, Measure.VITAL, Measure.GOLD_EARLY, Measure.CITATION_RECALL);

    private final Findings findings;
    private final Figures figures;

    MeasureBlocks(Findings findings, Figures figures) {
        this.findings = findings;
        this.figures = figures;
    }

    List<HtmlPage.Block> measures() {
        Map<String, Figures> splits = figures.groupBy(Topic::split);
        List<HtmlPage.Cell> head = new ArrayList<>();
        head.add(HtmlPage.Cell.text("measure"));
        head.add(HtmlPage.Cell.number("value [95 %]"));
        head.add(HtmlPage.Cell.text("of"));
        for (String split : splits.keySet()) {
            head.add(HtmlPage.Cell.number(split));
        }
        head.add(HtmlPage.Cell.text("definition"));
        Set<FailingCase.FailureKind> wrong = new HashSet<>();
        for (TopicResult result : figures.results()) {
            wrong.addAll(FailingCase.kinds(result));
        }
        List<List<HtmlPage.Cell>> rows = new ArrayList<>();
        for (Figure figure : figures.all().values()) {
            rows.add(row(figure, splits, wrong));
        }
        rows.addAll(costs());
        List<HtmlPage.Block> blocks = new ArrayList<>();
        blocks.add(HtmlPage.heading("Measures", "measures"));
        blocks.add(HtmlPage.soft("Each name links to the topics that lower the measure."));
        blocks.add(HtmlPage.table(head, rows));
        findings.notes().forEach(note -> blocks.add(HtmlPage.soft(note.text())));
        return blocks;
    }

    private List<HtmlPage.Cell> row(Figure figure, Map<String, Figures> splits, Set<FailingCase.FailureKind> wrong) {
        List<HtmlPage.Cell> row = new ArrayList<>();
        row.add(new HtmlPage.Cell(figure.name(), "", anchor(figure.measure(), wrong), ""));
        row.add(HtmlPage.Cell.number(figure.describe()));
        row.add(new HtmlPage.Cell(figure.count(), "count", "", ""));
        for (Figures split : splits.values()) {
            boolean measured = split.topics(figure.name()) > 0;
            String value = measured ? split.of(figure.measure(), figure.name()).describe() : "–";
            row.add(HtmlPage.Cell.number(value));
        }
        String note = findings.note(figure.name()).orElse("");
        row.add(new HtmlPage.Cell(figure.measure().meaning, "soft", "", note));
        return row;
    }

    /** The anchor of the topics that lower a measure, or empty if there are none. */
    private static String anchor(Measure measure, Set<FailingCase.FailureKind> wrong) {
        return Arrays.stream(FailingCase.FailureKind.values())
                .filter(one -> wrong.contains(one) && one.seenIn.contains(measure))
                .map(FailingCase.FailureKind::anchor)
                .findFirst()
                .orElse("");
    }

    private List<List<HtmlPage.Cell>> costs() {
        Map<String, Interval> intervals = LatencySummary.intervals(figures.results());
        List<List<HtmlPage.Cell>> rows = new ArrayList<>();
        figures.costs().forEach((name, value) -> {
            String text = String.format(Locale.ROOT, "%.0f", value) + bounds(intervals.get(name));
            rows.add(List.of(HtmlPage.Cell.text(name), HtmlPage.Cell.number(text)));
        });
        return rows;
    }

    private static String bounds(Interval interval) {
        return interval == null ? "" : String.format(Locale.ROOT, " [%.0f, %.0f]", interval.low(), interval.high());
    }

    List<HtmlPage.Block> kinds() {
        Map<String, Figures> kinds = new LinkedHashMap<>(figures.groupBy(Topic::kind));
        if (kinds.isEmpty()) {
            return List.of();
        }
        kinds.put("all", figures);
        List<Measure> columns = BY_KIND.stream()
                .filter(measure -> figures.topics(measure.title) > 0)
                .toList();
        List<HtmlPage.Cell> head = new ArrayList<>();
        head.add(HtmlPage.Cell.text("kind"));
        head.add(HtmlPage.Cell.number("topics"));
        for (Measure measure : columns) {
            head.add(HtmlPage.Cell.number(measure.title));
        }
        List<List<HtmlPage.Cell>> rows = new ArrayList<>();
        Set<String> failing = failingKinds();
        kinds.forEach((kind, some) -> rows.add(row(kind, some, columns, failing.contains(kind))));
        return List.of(HtmlPage.heading("By kind", "kinds"), HtmlPage.table(head, rows));
    }

    private static List<HtmlPage.Cell> row(String kind, Figures some, List<Measure> columns, boolean failing) {
        List<HtmlPage.Cell> row = new ArrayList<>();
        row.add(new HtmlPage.Cell(kind, "", failing ? CaseBlocks.anchor(kind) : "", ""));
        row.add(HtmlPage.Cell.number(String.valueOf(some.results().size())));
        for (Measure measure : columns) {
            row.add(HtmlPage.Cell.number(value(some, measure)));
        }
        return row;
    }

    private static String value(Figures some, Measure measure) {
        int topics = some.topics(measure.title);
        if (topics == 0) {
            return "–";
        }
        return String.format(Locale.ROOT, "%.3f of %d", some.value(measure.title, measure), topics);
    }

    private Set<String> failingKinds() {
        Set<String> kinds = new HashSet<>();
        for (TopicResult result : figures.results()) {
            if (!FailingCase.kinds(result).isEmpty()) {
                kinds.add(result.topic().kind());
            }
        }
        return kinds;
    }
}
