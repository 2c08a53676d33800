package ibid.cli;

import ibid.eval.analysis.CorrectedFaithfulness;
import ibid.eval.analysis.ExpectedValues;
import ibid.eval.analysis.LabelledSentences;
import ibid.eval.analysis.MeasureNote;
import ibid.eval.analysis.RunChanges;
import ibid.eval.analysis.SampledSentence;
import ibid.eval.analysis.UnstatedMeasures;
import ibid.eval.analysis.WithoutFailures;
import ibid.eval.dataset.LabelledClaim;
import ibid.eval.dataset.TestCollection;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.judge.Judges;
import ibid.eval.report.Findings;
import ibid.eval.report.MarkdownReport;
import ibid.eval.report.ReportPage;
import ibid.eval.report.TextReport;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.OpenAiServer;
import ibid.eval.run.RunFolder;
import ibid.eval.run.RunManifest;
import ibid.eval.run.TopicResult;
import ibid.eval.run.TrecRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints the results of a run and, if there is a folder for them, writes {@code report.html} and {@code report.md}. */
final class RunReporting {

    private final Path dataset;
    private final Optional<Path> folder;
    private final Judges judges;
    private final Terminal terminal;

    RunReporting(Path dataset, Optional<Path> folder, Judges judges, Terminal terminal) {
        this.dataset = dataset;
        this.folder = folder;
        this.judges = judges;
        this.terminal = terminal;
    }

    /**
     * @param labelled sentences of the run that people labelled, or none
     * @return the exit code: 1 if a measure is worse than the dataset expects
     */
    int print(MeasuredRun run, Optional<MeasuredRun> before, List<SampledSentence> labelled) {
        boolean foreign = run.made().part(RunManifest.DIALECT).equals(OpenAiServer.DIALECT);
        ExpectedValues expected =
                foreign ? new ExpectedValues(List.of()) : ExpectedValues.read(dataset.resolve("expected.tsv"));
        TextReport report = new TextReport(run.results());
        terminal.line(report.table());
        Optional<JudgeCalibration> calibration = calibration();
        List<MeasureNote> notes = notes(run.results(), calibration, labelled);
        if (foreign) {
            notes.addAll(UnstatedMeasures.of(run.results()));
        }
        for (MeasureNote note : notes) {
            terminal.line(note.text());
        }
        List<String> outside = expected.outside(report.measures());
        if (folder.isPresent()) {
            Optional<RunChanges> changes = before.map(earlier -> new RunChanges(earlier, run));
            TestCollection collection = TestCollection.read(dataset);
            write(folder.get(), new Findings(run, collection, changes, outside, notes, calibration));
        }
        return verdict(outside);
    }

    private int verdict(List<String> outside) {
        if (outside.isEmpty()) {
            return 0;
        }
        for (String line : outside) {
            terminal.line(terminal.strong("OUTSIDE ITS TOLERANCE ") + line);
        }
        terminal.line("The evaluation finished and failed: " + outside.size() + " measures are worse than "
                + dataset.resolve("expected.tsv") + " allows.");
        return Main.FAILED;
    }

    private void write(Path folder, Findings findings) {
        RunFolder.write(folder, "run.txt", TrecRun.of(findings.run().results()).lines());
        RunFolder.write(folder, "report.md", new MarkdownReport(findings).text());
        RunFolder.write(folder, "report.html", new ReportPage(findings).html());
        terminal.line("wrote report.html, report.md, results.jsonl and run.txt to " + folder);
    }

    /** Compares the first judge with the dataset's labelled claims; empty if there are none. */
    private Optional<JudgeCalibration> calibration() {
        Path file = dataset.resolve("labelled.jsonl");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Terminal.Bar bar = terminal.bar("Judging " + file, "claims")) {
            return Optional.of(JudgeCalibration.of(
                    judges.byName().get(judges.first()),
                    LabelledClaim.read(file),
                    Integer.MAX_VALUE,
                    (done, total) -> bar.at(done, total, "")));
        }
    }

    private List<MeasureNote> notes(
            List<TopicResult> results, Optional<JudgeCalibration> calibration, List<SampledSentence> labelled) {
        List<MeasureNote> notes = new ArrayList<>();
        WithoutFailures.of(results).ifPresent(notes::add);
        calibration
                .map(known -> new CorrectedFaithfulness(judges.first(), known).of(results))
                .ifPresent(notes::add);
        if (!labelled.isEmpty()) {
            notes.add(new LabelledSentences(labelled).of(results));
        }
        return notes;
    }
}
