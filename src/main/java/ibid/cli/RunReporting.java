package ibid.cli;

import ibid.eval.analysis.CorrectedFaithfulness;
import ibid.eval.analysis.ExpectedValues;
import ibid.eval.analysis.LabelledSentences;
import ibid.eval.analysis.MeasureNote;
import ibid.eval.analysis.RunChanges;
import ibid.eval.analysis.SampledSentence;
import ibid.eval.analysis.WithoutFailures;
import ibid.eval.dataset.TestCollection;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.report.Findings;
import ibid.eval.report.MarkdownReport;
import ibid.eval.report.ReportPage;
import ibid.eval.report.TextReport;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.RunFolder;
import ibid.eval.run.TopicResult;
import ibid.eval.run.TrecRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Tells what a run gave: on the terminal, and where a folder is named in {@code report.html} and {@code report.md}. */
final class RunReporting {

    private final ParseResult command;
    private final JudgeChoice judges;
    private final Terminal terminal;

    RunReporting(ParseResult command, JudgeChoice judges, Terminal terminal) {
        this.command = command;
        this.judges = judges;
        this.terminal = terminal;
    }

    /** The folder of the report, where one is named. */
    static Optional<Path> folder(ParseResult command) {
        return Optional.of(command.matchedOptionValue("--report", ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    /** The report of a run that is there already, with people's labels on a sample of its sentences. */
    int again(Path folder) {
        return tell(
                RunFolder.read(folder), TestCollection.read(EvalCommand.dataset(command)), EvalCommand.before(command));
    }

    /** Ends with 1 where a measure is worse than the dataset expects. */
    int tell(MeasuredRun run, TestCollection collection, Optional<MeasuredRun> before) {
        Path dataset = EvalCommand.dataset(command);
        ExpectedValues expected = ExpectedValues.read(dataset.resolve("expected.tsv"));
        TextReport report = new TextReport(run.results());
        terminal.line(report.table());
        Optional<JudgeCalibration> judge = EvalCalibrateCommand.calibration(dataset, judges, terminal);
        List<MeasureNote> notes = notes(run.results(), judge);
        notes.forEach(note -> terminal.line(note.words()));
        List<String> outside = expected.outside(report.measures());
        folder(command).ifPresent(folder -> {
            Findings findings = new Findings(
                    run, collection, before.map(earlier -> new RunChanges(earlier, run)), outside, notes, judge);
            RunFolder.write(folder, "run.txt", TrecRun.of(run.results()).lines());
            RunFolder.write(folder, "report.md", new MarkdownReport(findings).text());
            RunFolder.write(folder, "report.html", new ReportPage(findings).html());
            terminal.line("wrote report.html, report.md, results.jsonl and run.txt to " + folder);
        });
        outside.forEach(line -> terminal.line(terminal.strong("OUTSIDE ITS TOLERANCE ") + line));
        if (!outside.isEmpty())
            terminal.line("The evaluation came to its end and failed: measures worse than "
                    + dataset.resolve("expected.tsv") + " allows: " + outside.size() + ".");
        return outside.isEmpty() ? 0 : 1;
    }

    private List<MeasureNote> notes(List<TopicResult> results, Optional<JudgeCalibration> judge) {
        List<MeasureNote> notes = new ArrayList<>();
        WithoutFailures.of(results).ifPresent(notes::add);
        judge.ifPresent(calibration -> notes.add(
                new CorrectedFaithfulness(judges.byName().keySet().iterator().next(), calibration).of(results)));
        Optional.of(command.matchedOptionValue("--labels", ""))
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .ifPresent(
                        file -> notes.add(new LabelledSentences(SampledSentence.labelled(file, results)).of(results)));
        return notes;
    }

    /** Writes a sample of the run's sentences for people to label; what they have labelled is not written over. */
    static int sample(ParseResult command, Terminal terminal) {
        Path folder = folder(command)
                .orElseThrow(() -> EvalCalibrateCommand.invalid(
                        "--sample needs --report DIR, the folder of the run whose sentences are to be labelled"));
        Path file = folder.resolve("sample.jsonl");
        if (Files.exists(file))
            throw EvalCalibrateCommand.invalid(file + " is there already, perhaps with labels; move it away first");
        String lines = SampledSentence.sample(
                RunFolder.read(folder).results(), EvalCalibrateCommand.number(command, "--sample"));
        RunFolder.write(folder, "sample.jsonl", lines);
        terminal.line(
                "wrote " + lines.lines().count() + " sentences to " + file
                        + "; write supported, partial, unsupported or contradicted after “label”, a second person after “label_2” without seeing the first's");
        terminal.line("then: ./ibid eval --labels " + file + " --report " + folder
                + (command.hasMatchedOption("--dataset") ? " --dataset " + EvalCommand.dataset(command) : ""));
        return 0;
    }
}
