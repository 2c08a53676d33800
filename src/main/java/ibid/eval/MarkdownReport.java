package ibid.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The run as a short table for a pull request: each measure with its count and interval, and against a run before where there is one. */
public final class MarkdownReport {

    private static final int FEW = 10;

    private final Figures figures;
    private final Optional<Changes> changes;
    private final List<String> outside;
    private final List<String> notes;

    /**
     * @param before  the results of an earlier run; none where there is nothing to compare with
     * @param outside the measures out of their tolerance, each in words
     * @param notes   what else is to be said of the run, in sentences
     */
    public MarkdownReport(List<Result> results, List<Result> before, List<String> outside, List<String> notes) {
        this.figures = new Figures(results);
        this.changes = before.isEmpty() ? Optional.empty() : Optional.of(new Changes(before, results));
        this.outside = List.copyOf(outside);
        this.notes = List.copyOf(notes);
    }

    public String text() {
        StringBuilder text = new StringBuilder("### Evaluation: " + figures.results().size() + " topics, ").append(outside.isEmpty() ? "every expected measure within its tolerance" : outside.size() + " outside the tolerance").append("\n\n");
        outside.forEach(line -> text.append("- **").append(line).append("**\n"));
        if (!outside.isEmpty()) text.append('\n');
        text.append("| measure | value [95 %] | of |").append(changes.isPresent() ? " change [95 %] | p |" : "").append("\n|---|---|---|").append(changes.isPresent() ? "---|---|" : "").append('\n');
        Map<String, Comparison> compared = changes.map(Changes::all).orElse(Map.of());
        figures.all().values().forEach(figure -> text.append("| ").append(figure.name()).append(" | ").append(figure.words()).append(" | ").append(figure.count()).append(" |")
                .append(changes.isEmpty() ? "" : change(figure, compared.get(figure.name()))).append('\n'));
        text.append('\n');
        notes.forEach(note -> text.append(note).append("\n\n"));
        figures.costs().forEach((name, value) -> text.append(String.format(Locale.ROOT, "%s %.0f · ", name, value)));
        text.setLength(text.length() - 3);
        changes.ifPresent(some -> changed(some, text.append('\n')));
        return text.append('\n').toString();
    }

    private static String change(Figure figure, Comparison comparison) {
        if (comparison == null) return " – | – |";
        Interval difference = comparison.difference();
        if (figure.measure().counted()) return String.format(Locale.ROOT, " %+.0f | |", comparison.differences().stream().mapToDouble(Double::doubleValue).sum());
        return String.format(Locale.ROOT, " %+.3f [%+.3f, %+.3f] | %s |", difference.estimate(), difference.low(), difference.high(), Changes.chance(comparison));
    }

    private static void changed(Changes changes, StringBuilder text) {
        List<Changes.Changed> topics = changes.topicsChanged();
        long worse = topics.stream().filter(Changes.Changed::worse).count();
        text.append("\nOf ").append(changes.topics()).append(" topics in both runs ").append(worse).append(" are worse and ").append(topics.size() - worse).append(" otherwise or better.\n\n");
        topics.stream().filter(Changes.Changed::worse).limit(FEW).forEach(one -> text.append("- ").append(one.after().topic().id()).append(" “").append(one.after().topic().question().replace("|", "\\|")).append("”: ").append(String.join("; ", one.how())).append('\n'));
    }
}
