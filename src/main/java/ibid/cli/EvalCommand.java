package ibid.cli;

import ibid.eval.client.ApiClient;
import ibid.eval.dataset.TestCollection;
import ibid.eval.run.Evaluation;
import ibid.eval.run.GroundTruthCheck;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.RunFolder;
import ibid.eval.run.RunManifest;
import ibid.eval.run.TopicResult;
import ibid.model.ModelChoice;
import ibid.serve.AdminKey;
import ibid.serve.Server;
import ibid.serve.ServerParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code eval}: measures a running server, or one started for the purpose. */
final class EvalCommand {

    private static final int WARM_UP = 40; // questions asked before times count: the JVM compiles while it runs

    private final ParseResult command;
    private final JudgeChoice judges;
    private final Terminal terminal;

    private EvalCommand(ParseResult command, JudgeChoice judges, Terminal terminal) {
        this.command = command;
        this.judges = judges;
        this.terminal = terminal;
    }

    /** What needs no articles here: a server that runs, a judge beside people's labels, a run that is there already. */
    static boolean needsNoArticles(ParseResult command) {
        return List.of("--url", "--calibrate", "--sample", "--labels").stream().anyMatch(command::hasMatchedOption);
    }

    static int elsewhere(ParseResult command, Optional<ModelChoice> judging, Terminal terminal) {
        if (command.hasMatchedOption("--sample")) return RunReporting.sample(command, terminal);
        try (JudgeChoice judges = JudgeChoice.open(command, judging)) {
            if (command.hasMatchedOption("--calibrate"))
                return EvalCalibrateCommand.calibrate(command, judges, terminal);
            if (command.hasMatchedOption("--labels"))
                return new RunReporting(command, judges, terminal)
                        .again(
                                RunReporting.folder(command)
                                        .orElseThrow(
                                                () -> EvalCalibrateCommand.invalid(
                                                        "--labels needs --report DIR, the folder of the run whose sentences were labelled")));
            return new EvalCommand(command, judges, terminal)
                    .measure(command.matchedOptionValue("--url", ""), command.matchedOptionValue("--url", ""), 0);
        }
    }

    static int own(
            ParseResult command, Config config, Optional<ModelChoice> judging, ServerParts parts, Terminal terminal) {
        try (Terminal.Bar bar = terminal.reading()) {
            parts.watch().run(false, bar);
        }
        if (command.hasMatchedOption("--draft")) return EvalDraftCommand.draft(command, parts, terminal);
        if (command.hasMatchedOption("--qrels")) return EvalDraftCommand.qrels(dataset(command), parts, terminal);
        try (JudgeChoice judges = JudgeChoice.open(command, judging);
                Server server = new Server(config.host(), 0, AdminKey.NONE, parts).start()) {
            String writer = config.model()
                    .map(model -> model.label() + (model.url().isEmpty() ? "" : " at " + model.url()))
                    .orElse("extractive");
            return new EvalCommand(command, judges, terminal)
                    .measure(
                            "http://" + config.host() + ":" + server.port(),
                            "a server started for the run, writing with " + writer,
                            config.model().isEmpty() ? WARM_UP : 0);
        }
    }

    static Path dataset(ParseResult command) {
        return Path.of(command.matchedOptionValue("--dataset", "eval"));
    }

    /** The run to set beside this one. */
    static Optional<MeasuredRun> before(ParseResult command) {
        return command.hasMatchedOption("--compare")
                ? Optional.of(RunFolder.read(Path.of(command.matchedOptionValue("--compare", ""))))
                : Optional.empty();
    }

    /**
     * @param asked which server, for the note of what was run
     * @param warm  how many questions to ask first for nothing; none of a server that runs, or of a language model, which would write each answer twice
     */
    private int measure(String url, String asked, int warm) {
        TestCollection collection = TestCollection.read(dataset(command));
        Optional<MeasuredRun> before = before(command); // read first: it may be the folder written to
        MeasuredRun run;
        try (ApiClient client = new ApiClient(url)) {
            RunManifest made = ManifestBuilder.of(dataset(command), client, judges, asked);
            Optional<RunFolder> files = RunReporting.folder(command).map(folder -> opened(folder, made, client));
            GroundTruthCheck.check(collection, dataset(command), client);
            List<TopicResult> results = ask(new Evaluation(collection, judges.byName(), client), files, warm);
            run = new MeasuredRun(made.with(RunManifest.WRITER, ManifestBuilder.writers(results)), results);
            files.ifPresent(some -> some.finish(run));
        }
        return new RunReporting(command, judges, terminal).tell(run, collection, before);
    }

    private RunFolder opened(Path folder, RunManifest made, ApiClient client) {
        RunFolder files = new RunFolder(folder, made);
        if (!files.done().isEmpty())
            ManifestBuilder.otherWriter(files.done(), client).ifPresent(files::startAnew);
        if (!files.said().isEmpty()) terminal.line(files.said());
        return files;
    }

    private List<TopicResult> ask(Evaluation evaluation, Optional<RunFolder> files, int warm) {
        if (warm > 0) {
            try (Terminal.Bar bar = terminal
            .new Bar("Warming up, so that times are those of a server that has been running", "questions")) {
                evaluation.warmUp(warm, (asked, total) -> bar.at(asked, total, ""));
            }
        }
        try (Terminal.Bar bar = terminal.new Bar("Asking", "topics")) {
            return evaluation.run(
                    files.map(RunFolder::done).orElse(List.of()),
                    result -> files.ifPresent(some -> some.keep(result)),
                    (asked, total) -> bar.at(asked, total, ""));
        }
    }
}
