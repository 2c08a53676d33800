package ibid.cli;

import ibid.IbidException;
import ibid.api.Json;
import ibid.eval.chat.ChatServer;
import ibid.eval.client.ApiClient;
import ibid.eval.dataset.TestCollection;
import ibid.eval.judge.Judges;
import ibid.eval.run.Evaluation;
import ibid.eval.run.GroundTruthCheck;
import ibid.eval.run.IbidServer;
import ibid.eval.run.ManifestBuilder;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.OpenAiServer;
import ibid.eval.run.RunFolder;
import ibid.eval.run.RunManifest;
import ibid.eval.run.TopicResult;
import ibid.model.ModelChoice;
import ibid.serve.BuildVersion;
import ibid.serve.Server;
import ibid.serve.ServerParts;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.limit.ReaderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval run}: measures a running server, or one started for the run. */
@Command(
        name = "run",
        abbreviateSynopsis = true,
        description = {
            "Asks a dataset's questions, measures the answers and prints one table.",
            "Ends with 1 if a measure is worse than the dataset's expected.tsv allows."
        },
        footer = {
            "",
            "Examples:",
            "  ./ibid eval run --report report",
            "  ./ibid eval run --report new --compare report      compared with an earlier run",
            "  ./ibid eval run --url http://127.0.0.1:7070        a server that runs",
            "  IBID_EVAL_KEY=… ./ibid eval run --url https://news.example.org",
            "  IBID_EVAL_KEY=… ./ibid eval run --url https://rag.example.org/v1 --dialect openai --compare report",
            "  ./ibid eval run --judge both --judge-model ollama:llama3.2"
        })
final class EvalRunCommand implements Callable<Integer> {

    /** Number of warm-up questions that are not timed, because the JVM compiles code while it runs. */
    private static final int WARM_UP_QUESTIONS = 40;

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Collection collection;

    @Mixin
    private Flags.Writer writer;

    @Mixin
    private Flags.Judge judge;

    @Mixin
    private Flags.Dataset dataset;

    @Mixin
    private Flags.Comparison comparison;

    @Mixin
    private Flags.Measured measured;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "also write report.html, report.md and results.jsonl there; an interrupted run continues "
                    + "where it stopped")
    private Path report;

    EvalRunCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (measured.url().isEmpty()) {
            Config config = wiring.config(collection.given(), writer.given());
            return wiring.withWriter(config, parts -> measureOwn(config, parts));
        }
        String url = measured.url().get();
        return switch (measured.dialect()) {
            case "ibid" -> wiring.withJudges(judge, writer, judges -> measure(new Target(url, key(), url, 0), judges));
            case OpenAiServer.DIALECT -> wiring.withJudges(judge, writer, judges -> measureChat(url, judges));
            default ->
                throw new IbidException(
                        IbidException.Code.INVALID,
                        "“" + measured.dialect() + "” is not a dialect; use --dialect ibid or openai");
        };
    }

    private String key() {
        return measured.key()
                .orElseGet(
                        () -> wiring.config(collection.given(), writer.given()).evalKey());
    }

    /**
     * The server to measure.
     *
     * @param description for the run's manifest
     * @param warmUp      number of warm-up questions; 0 for a language model, which would write each answer twice
     */
    private record Target(String url, String key, String description, int warmUp) {}

    private int measureOwn(Config config, ServerParts parts) {
        terminal.read(parts.watcher());
        return wiring.withJudges(judge, writer, judges -> {
            try (Server server = wiring.server(AccessPolicy.ofThisMachine(), ReaderLimits.USUAL, 0, parts)) {
                return measure(own(config, server.port()), judges);
            }
        });
    }

    private static Target own(Config config, int port) {
        String address = "http://127.0.0.1:" + port;
        String author = config.model().map(EvalRunCommand::label).orElse("extractive");
        int warmUp = config.model().isEmpty() ? WARM_UP_QUESTIONS : 0;
        return new Target(address, "", "a server started for the run, writing with " + author, warmUp);
    }

    private static String label(ModelChoice model) {
        return model.url().isEmpty() ? model.label() : model.label() + " at " + model.url();
    }

    private int measure(Target target, Judges judges) {
        TestCollection topics = TestCollection.read(dataset.folder());
        try (ApiClient client = new ApiClient(target.url(), target.key())) {
            RunManifest made =
                    ManifestBuilder.of(dataset.folder(), client, judges.descriptions(), target.description());
            Optional<RunFolder> files = opened(made, Optional.of(client));
            GroundTruthCheck.check(topics, dataset.folder(), client);
            Evaluation evaluation = new Evaluation(topics, judges.byName(), new IbidServer(client));
            if (target.warmUp() > 0) {
                warmUp(evaluation, target.warmUp());
            }
            return ask(evaluation, files, made, judges);
        }
    }

    /** Measures a server of any maker; questions with filters are left out, since the dialect has no field for them. */
    private int measureChat(String url, Judges judges) {
        TestCollection all = TestCollection.read(dataset.folder());
        TestCollection topics = all.filter(topic -> topic.filters().isEmpty());
        if (topics.topics().size() < all.topics().size()) {
            terminal.line((all.topics().size() - topics.topics().size()) + " questions with filters are left out.");
        }
        Map<String, Object> fields =
                measured.fields().map(EvalRunCommand::fields).orElse(Map.of());
        try (ChatServer server = new ChatServer(url, key(), measured.model(), fields)) {
            RunManifest made = ManifestBuilder.ofChat(dataset.folder(), judges.descriptions(), server.description());
            Optional<RunFolder> files = opened(made, Optional.empty());
            return ask(new Evaluation(topics, judges.byName(), new OpenAiServer(server)), files, made, judges);
        }
    }

    private static Map<String, Object> fields(Path file) {
        try {
            return Json.object(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID, "cannot read --chat-fields " + file + ": " + unreadable, unreadable);
        }
    }

    private int ask(Evaluation evaluation, Optional<RunFolder> files, RunManifest made, Judges judges) {
        // Read before the run, because the report may be written to the same folder.
        Optional<MeasuredRun> before = comparison.folder().map(RunFolder::read);
        List<TopicResult> results = ask(evaluation, files);
        String writers = ManifestBuilder.writers(results);
        MeasuredRun run = new MeasuredRun(withBuild(made).with(RunManifest.WRITER, writers), results);
        files.ifPresent(some -> some.finish(run));
        RunReporting reporting = new RunReporting(dataset.folder(), Optional.ofNullable(report), judges, terminal);
        return reporting.print(run, before, List.of());
    }

    private static RunManifest withBuild(RunManifest made) {
        return made.with("build", BuildVersion.text());
    }

    private Optional<RunFolder> opened(RunManifest made, Optional<ApiClient> client) {
        return Optional.ofNullable(report).map(folder -> opened(folder, withBuild(made), client));
    }

    private RunFolder opened(Path folder, RunManifest made, Optional<ApiClient> client) {
        RunFolder files = new RunFolder(folder, made);
        if (!files.done().isEmpty()) {
            client.flatMap(some -> ManifestBuilder.otherWriter(files.done(), some))
                    .ifPresent(files::startAnew);
        }
        if (!files.message().isEmpty()) {
            terminal.line(files.message());
        }
        return files;
    }

    private List<TopicResult> ask(Evaluation evaluation, Optional<RunFolder> files) {
        try (Terminal.Bar bar = terminal.bar("Asking", "topics")) {
            return evaluation.run(
                    files.map(RunFolder::done).orElse(List.of()),
                    result -> files.ifPresent(some -> some.keep(result)),
                    (asked, total) -> bar.at(asked, total, ""));
        }
    }

    private void warmUp(Evaluation evaluation, int questions) {
        String task = "Warming up, so that times are those of a server that has been running";
        try (Terminal.Bar bar = terminal.bar(task, "questions")) {
            evaluation.warmUp(questions, (asked, total) -> bar.at(asked, total, ""));
        }
    }
}
