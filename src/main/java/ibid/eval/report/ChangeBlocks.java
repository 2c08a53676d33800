package ibid.eval.report;

import ibid.eval.analysis.RunChanges;
import java.util.ArrayList;
import java.util.List;

/** The section of the report page that compares the run with an earlier one. */
final class ChangeBlocks {

    private ChangeBlocks() {}

    private record ChangedTopic(
            AnswerCard.Head topic, boolean worse, String how, AnswerCard before, AnswerCard after) {}

    static List<HtmlPage.Block> of(RunChanges changes) {
        List<HtmlPage.Block> blocks = new ArrayList<>();
        blocks.add(HtmlPage.heading("Compared with the earlier run", "before"));
        for (String warning : changes.warnings()) {
            blocks.add(HtmlPage.bad(warning));
        }
        blocks.add(HtmlPage.soft(changes.topics() + " topics are the same in both."
                + " Each difference is between the two runs' figures over these topics."
                + " p is from Fisher's randomisation test, which exchanges whole conversations; with so many "
                + "measures one in twenty"
                + " would be below 0.05 by chance, so the colour depends on p after Holm's correction."
                + " Smallest detectable: the difference that the test would find in four of five runs."
                + " Topics: the numbers of topics with the measure, before and now."));
        blocks.add(HtmlPage.table(head(), rows(changes)));
        List<RunChanges.Changed> topics = changes.topicsChanged();
        long worse = topics.stream().filter(RunChanges.Changed::isWorse).count();
        blocks.add(HtmlPage.subheading(
                "Changed topics: " + topics.size() + " of " + changes.topics() + ", " + worse + " worse"));
        blocks.add(new HtmlPage.Block(
                "changes", topics.stream().map(ChangeBlocks::changed).toList()));
        return blocks;
    }

    private static List<HtmlPage.Cell> head() {
        return List.of(
                HtmlPage.Cell.text("measure"),
                HtmlPage.Cell.number("difference [95 %]"),
                HtmlPage.Cell.number("p"),
                HtmlPage.Cell.number("p of all (Holm)"),
                HtmlPage.Cell.number("smallest detectable"),
                HtmlPage.Cell.number("topics"));
    }

    private static List<List<HtmlPage.Cell>> rows(RunChanges changes) {
        List<List<HtmlPage.Cell>> rows = new ArrayList<>();
        changes.all().forEach((name, compared) -> rows.add(row(name, compared)));
        return rows;
    }

    private static List<HtmlPage.Cell> row(String name, RunChanges.Compared compared) {
        return List.of(
                HtmlPage.Cell.text(name),
                new HtmlPage.Cell(compared.change(), "number " + colour(compared), "", ""),
                HtmlPage.Cell.number(RunChanges.chance(compared.p())),
                HtmlPage.Cell.number(RunChanges.chance(compared.corrected())),
                HtmlPage.Cell.number(compared.smallestDetectable()),
                HtmlPage.Cell.number(compared.topics()));
    }

    private static String colour(RunChanges.Compared compared) {
        if (!compared.isSignificant()) {
            return "";
        }
        return compared.isWorse() ? "bad" : "fine";
    }

    private static ChangedTopic changed(RunChanges.Changed one) {
        return new ChangedTopic(
                AnswerCard.Head.of(one.after().topic()),
                one.isWorse(),
                String.join("; ", one.changes()),
                AnswerCard.of(one.before()),
                AnswerCard.of(one.after()));
    }
}
