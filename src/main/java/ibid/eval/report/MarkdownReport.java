package ibid.eval.report;

import ibid.eval.analysis.Agreement;
import ibid.eval.analysis.Figures;
import ibid.eval.analysis.RunChanges;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The run as a short table for a pull request: each measure with its count and interval, and the comparison with an
 * earlier run, if any.
 */
public final class MarkdownReport {

    private static final int MAX_CHANGED_TOPICS = 10;

    private final Findings findings;
    private final Figures figures;

    public MarkdownReport(Findings findings) {
        this.findings = findings;
        this.figures = new Figures(findings.run().results());
    }

    public String text() {
        List<String> outside = findings.outside();
        StringBuilder text = new StringBuilder(
                        "### Evaluation: " + figures.results().size() + " topics, ")
                .append(
                        outside.isEmpty()
                                ? "every expected measure within its tolerance"
                                : outside.size() + " outside the tolerance")
                .append("\n\n");
        outside.forEach(line -> text.append("- **").append(line).append("**\n"));
        if (!outside.isEmpty()) {
            text.append('\n');
        }
        findings.changes()
                .ifPresent(changes -> changes.warnings()
                        .forEach(warning -> text.append("- ").append(warning).append('\n')));
        if (findings.changes().filter(changes -> !changes.warnings().isEmpty()).isPresent()) {
            text.append('\n');
        }
        table(text);
        findings.notes().forEach(note -> text.append(note.text()).append("\n\n"));
        Agreement.of(figures)
                .ifPresent(agreement -> text.append(agreement.describe()).append("\n\n"));
        figures.costs().forEach((name, value) -> text.append(String.format(Locale.ROOT, "%s %.0f · ", name, value)));
        text.setLength(text.length() - 3);
        text.append('\n');
        findings.changes().ifPresent(changes -> changed(changes, text));
        findings.run()
                .made()
                .parts()
                .forEach((name, value) -> text.append(text.toString().endsWith("`\n") ? "" : "\n")
                        .append("- ")
                        .append(name)
                        .append(" `")
                        .append(value)
                        .append("`\n"));
        return text.toString();
    }

    private void table(StringBuilder text) {
        boolean compares = findings.changes().isPresent();
        Map<String, RunChanges.Compared> compared =
                findings.changes().map(RunChanges::all).orElse(Map.of());
        text.append("| measure | value [95 %] | of |")
                .append(
                        compares
                                ? " change [95 %] | p | p of all (Holm) | smallest detectable | topics compared |"
                                : "")
                .append("\n|---|---|---|")
                .append(compares ? "---|---|---|---|---|" : "")
                .append('\n');
        figures.all()
                .values()
                .forEach(figure -> text.append("| ")
                        .append(figure.name())
                        .append(findings.note(figure.name())
                                .map(brief -> " (" + brief + ")")
                                .orElse(""))
                        .append(" | ")
                        .append(figure.describe())
                        .append(" | ")
                        .append(figure.count())
                        .append(" |")
                        .append(compares ? change(compared.get(figure.name())) : "")
                        .append('\n'));
        text.append('\n');
    }

    private static String change(RunChanges.Compared compared) {
        if (compared == null) {
            return " – | – | – | – | – |";
        }
        String change = compared.isSignificant() ? "**" + compared.change() + "**" : compared.change();
        return " "
                + String.join(
                        " | ",
                        change,
                        RunChanges.chance(compared.p()),
                        RunChanges.chance(compared.corrected()),
                        compared.smallestDetectable(),
                        compared.topics())
                + " |";
    }

    private static void changed(RunChanges changes, StringBuilder text) {
        List<RunChanges.Changed> topics = changes.topicsChanged();
        long worse = topics.stream().filter(RunChanges.Changed::isWorse).count();
        text.append("\nOf ")
                .append(changes.topics())
                .append(" topics that are the same in both runs ")
                .append(worse)
                .append(" are worse and ")
                .append(topics.size() - worse)
                .append(" better or different. Statistics treat each conversation as a unit; “smallest detectable” "
                        + "is the difference that the test would find in four of five runs.\n\n");
        topics.stream()
                .filter(RunChanges.Changed::isWorse)
                .limit(MAX_CHANGED_TOPICS)
                .forEach(one -> text.append("- ")
                        .append(one.after().topic().id())
                        .append(" “")
                        .append(one.after().topic().question().replace("|", "\\|"))
                        .append("”: ")
                        .append(String.join("; ", one.changes()))
                        .append('\n'));
    }
}
