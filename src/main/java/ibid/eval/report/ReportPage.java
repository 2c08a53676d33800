package ibid.eval.report;

import ibid.eval.analysis.Agreement;
import ibid.eval.analysis.Figure;
import ibid.eval.analysis.Figures;
import ibid.eval.measure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The evaluation as one self-contained HTML page: the manifest, measures, plots, topics to look at, and the comparison
 * with an earlier run.
 */
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

    private final Findings findings;
    private final Figures figures;

    public ReportPage(Findings findings) {
        this.findings = findings;
        this.figures = new Figures(findings.run().results());
    }

    public String html() {
        MeasureBlocks tables = new MeasureBlocks(findings, figures);
        List<HtmlPage.Block> blocks = new ArrayList<>(head());
        for (String line : findings.outside()) {
            blocks.add(HtmlPage.bad("Outside its tolerance: " + line));
        }
        blocks.add(HtmlPage.tiles(tiles()));
        findings.changes().map(ChangeBlocks::of).ifPresent(blocks::addAll);
        blocks.add(HtmlPage.heading("Plots", ""));
        blocks.add(HtmlPage.plots(new RunPlots(figures).all()));
        blocks.addAll(tables.measures());
        blocks.addAll(tables.kinds());
        blocks.addAll(judges());
        blocks.addAll(new CaseBlocks(findings.collection()).of(figures.results()));
        return new HtmlPage("Evaluation", blocks).html();
    }

    private List<HtmlPage.Block> head() {
        List<HtmlPage.Block> blocks = new ArrayList<>();
        blocks.add(HtmlPage.soft(figures.results().size()
                + " topics; shares with their 95 % interval by bootstrap over conversations."));
        List<HtmlPage.Definition> parts = manifestParts();
        if (!parts.isEmpty()) {
            blocks.add(HtmlPage.definitions(parts));
        }
        return blocks;
    }

    private List<HtmlPage.Definition> manifestParts() {
        List<HtmlPage.Definition> parts = new ArrayList<>();
        findings.run()
                .made()
                .parts()
                .forEach((name, value) -> parts.add(new HtmlPage.Definition(name.replace('_', ' '), value)));
        return parts;
    }

    private List<HtmlPage.Tile> tiles() {
        Map<String, Figure> all = figures.all();
        List<HtmlPage.Tile> tiles = new ArrayList<>();
        for (Measure measure : HEADLINES) {
            if (all.containsKey(measure.title)) {
                tiles.add(tile(all.get(measure.title)));
            }
        }
        return tiles;
    }

    private HtmlPage.Tile tile(Figure figure) {
        String range = String.format(
                Locale.ROOT,
                "%.2f to %.2f, %s",
                figure.interval().low(),
                figure.interval().high(),
                figure.count());
        return new HtmlPage.Tile(
                figure.name().replace('_', ' '),
                String.format(Locale.ROOT, "%.3f", figure.value()),
                range,
                figure.measure().meaning,
                findings.note(figure.name()).orElse(""));
    }

    private List<HtmlPage.Block> judges() {
        List<Plot> plots = new ArrayList<>();
        Agreement.of(figures).map(ReportPage::agreement).ifPresent(plots::add);
        findings.judge()
                .map(judge -> RunPlots.judge("The first judge compared with labelled claims", judge.overall()))
                .ifPresent(plots::addAll);
        if (plots.isEmpty()) {
            return List.of();
        }
        return List.of(HtmlPage.heading("Judges", "judges"), HtmlPage.plots(plots));
    }

    private static Plot agreement(Agreement agreement) {
        String corner = agreement.first() + " \\ " + agreement.second();
        return Plot.confusion(agreement.confusion(), corner, agreement.describe());
    }
}
