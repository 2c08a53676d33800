package ibid.cli;

import ibid.IbidException;
import ibid.eval.analysis.SampledSentence;
import ibid.eval.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval sample}: writes sentences of a run for people to label; an existing sample is never replaced. */
@Command(
        name = "sample",
        abbreviateSynopsis = true,
        description = "Writes some sentences of a run, with their footnotes, to sample.jsonl for people to label.",
        footer = {"", "Example: ./ibid eval sample --sentences 60 --report report"})
final class EvalSampleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--sentences", paramLabel = "N", defaultValue = "60", description = "how many sentences")
    private String sentences;

    @Option(names = "--report", paramLabel = "DIR", required = true, description = "the folder of the run")
    private Path report;

    EvalSampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int count = Config.number("sentences", sentences, 1, 100_000);
        Path file = report.resolve("sample.jsonl");
        if (Files.exists(file)) {
            throw new IbidException(
                    IbidException.Code.INVALID, file + " exists and may hold labels; move it away first");
        }
        String lines = SampledSentence.sample(RunFolder.read(report).results(), count);
        RunFolder.write(report, "sample.jsonl", lines);
        terminal.line("wrote " + lines.lines().count() + " sentences to " + file);
        explainLabels(file);
        return 0;
    }

    private void explainLabels(Path file) {
        terminal.line("write supported, partial, unsupported or contradicted after “label”;"
                + " a second person, who has not seen the first's labels, after “label_2”");
        terminal.line("then: ./ibid eval report --report " + report + " --labels " + file);
    }
}
