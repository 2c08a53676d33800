package ibid.cli;

import ibid.eval.analysis.SampledSentence;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval report}: writes the report of a finished run again, without asking any question. */
@Command(
        name = "report",
        abbreviateSynopsis = true,
        description =
                "Writes the report of a finished run again without asking, with people's labels if there are any.",
        footer = {"", "Example: ./ibid eval report --report report --labels report/sample.jsonl"})
final class EvalReportCommand implements Callable<Integer> {

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Writer writer;

    @Mixin
    private Flags.Judge judge;

    @Mixin
    private Flags.Dataset dataset;

    @Mixin
    private Flags.Comparison comparison;

    @Option(names = "--report", paramLabel = "DIR", required = true, description = "the folder of the run")
    private Path report;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "a sample that people labelled: estimates from their labels")
    private Path labels;

    EvalReportCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        MeasuredRun run = RunFolder.read(report);
        Optional<MeasuredRun> before = comparison.folder().map(RunFolder::read);
        List<SampledSentence> labelled = labels == null ? List.of() : SampledSentence.labelled(labels, run.results());
        return wiring.withJudges(
                judge,
                writer,
                judges -> new RunReporting(dataset.folder(), Optional.of(report), judges, terminal)
                        .print(run, before, labelled));
    }
}
