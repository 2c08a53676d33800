package ibid.cli;

import ibid.IbidException;
import ibid.answer.collection.CollectionWriter;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.rank.SentenceRanker;
import ibid.ask.Ask;
import ibid.ask.Author;
import ibid.ask.ExtractiveAuthor;
import ibid.ask.llm.LlmAuthor;
import ibid.ask.llm.PromptedModel;
import ibid.cli.articles.WatchedArticles;
import ibid.cli.process.StopSignal;
import ibid.cli.process.ThisProcess;
import ibid.cli.records.BackupCommand;
import ibid.cli.records.KeysCommand;
import ibid.cli.records.LogCommand;
import ibid.cli.records.RestoreCommand;
import ibid.eval.judge.CheckerJudge;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgeWatch;
import ibid.eval.judge.Judges;
import ibid.eval.judge.LlmJudge;
import ibid.index.IndexFields;
import ibid.index.PassageIndex;
import ibid.index.cluster.ClusterAddress;
import ibid.index.cluster.PassageCluster;
import ibid.library.Catalogue;
import ibid.library.VectorStore;
import ibid.log.TurnLog;
import ibid.log.WriterLease;
import ibid.model.ModelChoice;
import ibid.model.OpenModel;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.serve.Server;
import ibid.serve.ServerParts;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.limit.ReaderLimits;
import ibid.storage.DataLock;
import ibid.storage.DatabaseChoice;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import picocli.CommandLine;

/** Builds every object of the program, top to bottom, and closes them in reverse. */
final class Wiring {

    /** Two nodes in less than the 3 s that a question may wait; a cluster that is well takes some 10 ms. */
    private static final Duration SEARCH_TIME = Duration.ofMillis(1250);

    private static final Path PROPERTIES = Path.of("ibid.properties");

    private static final List<String> JUDGES = List.of("checker", "llm", "both");

    private final Map<String, String> environment;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Consumer<Path> unpacking;

    /** @param unpacking unpacks native libraries below the data folder */
    Wiring(Map<String, String> environment, Terminal terminal, StopSignal stop, Consumer<Path> unpacking) {
        this.environment = environment;
        this.terminal = terminal;
        this.stop = stop;
        this.unpacking = unpacking;
    }

    StopSignal stop() {
        return stop;
    }

    /** The command line: every command with its dependencies. */
    CommandLine commands() {
        CommandLine eval = new CommandLine(new EvalCommand())
                .addSubcommand(new EvalRunCommand(this, terminal))
                .addSubcommand(new EvalDraftCommand(this, terminal))
                .addSubcommand(new EvalSampleCommand(terminal))
                .addSubcommand(new EvalJudgeCommand(this, terminal))
                .addSubcommand(new EvalReportCommand(this, terminal));
        CommandLine root = new CommandLine(new Main())
                .addSubcommand(new ServeCommand(this, terminal))
                .addSubcommand(new AskCommand(this, terminal))
                .addSubcommand(new IndexCommand(this, terminal))
                .addSubcommand(new SearchCommand(this, terminal))
                .addSubcommand(new CheckCommand(this, terminal))
                .addSubcommand(new DoctorCommand(this, terminal))
                .addSubcommand(new McpCommand(this))
                .addSubcommand(new KeysCommand(this::databases, terminal::line))
                .addSubcommand(new LogCommand(this::databases, terminal.out()))
                .addSubcommand(new BackupCommand(this::databases, terminal::line))
                .addSubcommand(new RestoreCommand(this::databases, terminal::line))
                .addSubcommand(eval);
        return root.setCaseInsensitiveEnumValuesAllowed(true).setResourceBundle(Setting.descriptions());
    }

    /** @param flags what the command line gives; later ones replace earlier ones */
    @SafeVarargs
    final Config config(Map<Setting, String>... flags) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Map<Setting, String> some : flags) {
            given.putAll(some);
        }
        return Config.read(given, environment, PROPERTIES);
    }

    private DatabaseChoice databases(Optional<String> data, Optional<String> database, Optional<String> user) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        data.ifPresent(folder -> given.put(Setting.DATA, folder));
        database.ifPresent(url -> given.put(Setting.DATABASE, url));
        user.ifPresent(name -> given.put(Setting.DATABASE_USER, name));
        DatabaseChoice chosen = config(given).databases();
        unpack(chosen.data());
        return chosen;
    }

    /** Unpacks native libraries below the data folder, before anything uses one. */
    void unpack(Path data) {
        unpacking.accept(data);
    }

    /** A task of a command that needs the parts of a server. */
    interface Task {

        /** @return the exit code */
        int run(ServerParts parts);
    }

    /**
     * Runs a server's task with all parts; no other server may use the data folder meanwhile. A signal does not
     * interrupt the task, which waits for it.
     */
    int serving(Config config, Task task) {
        try (DataLock lock = new DataLock(config.data()).take()) {
            return withWriter(config, lock, task);
        }
    }

    /** Runs a task with all parts, answers written by the configured model. A signal interrupts it. */
    int withWriter(Config config, Task task) {
        try (DataLock lock = new DataLock(config.data())) {
            return withWriter(config, lock, interrupted(task));
        }
    }

    private Task interrupted(Task task) {
        return parts -> stop.during(() -> task.run(parts));
    }

    private int withWriter(Config config, DataLock lock, Task task) {
        if (config.model().isEmpty()) {
            return with(config, lock, Optional.empty(), task);
        }
        try (OpenModel language = OpenModel.of(config.model().get())) {
            return with(config, lock, Optional.of(language), task);
        }
    }

    /** Runs a task with all parts; no language model is opened. A signal interrupts it. */
    int withoutModel(Config config, Task task) {
        try (DataLock lock = new DataLock(config.data())) {
            return with(config, lock, Optional.empty(), interrupted(task));
        }
    }

    private int with(Config config, DataLock lock, Optional<OpenModel> language, Task task) {
        unpack(config.data());
        stop.requireNone();
        try (CrossEncoder model = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                Catalogue catalogue = Catalogue.open(config.data().resolve("catalogue.sqlite"), lock);
                PassageCluster cluster = cluster(config, embedder).orElse(null); // which is not closed then
                PassageIndex index =
                        new PassageIndex(config.data().resolve("index"), catalogue, Optional.ofNullable(cluster));
                TurnLog log = new TurnLog(config.databases().address(TurnLog.NAME), catalogue.identity());
                WriterLease lease = log.lease(indexName(config, catalogue), ThisProcess.name());
                WatchedArticles articles =
                        WatchedArticles.open(config.articles(), index, vectors(catalogue, embedder), lease)) {
            stop.requireNone();
            HybridRetriever retriever =
                    new HybridRetriever(index, embedder.loaded().queries());
            ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.with(model), config.caution());
            SuggestedQuestions suggestions = new SuggestedQuestions(retriever, writer, index);
            Verifier verifier = new Verifier(model);
            ExtractiveAuthor extractive = new ExtractiveAuthor(writer, verifier, suggestions);
            Author author = language.isPresent()
                    ? new LlmAuthor(extractive, verifier, PromptedModel.of(language.get()))
                    : extractive;
            Ask ask = new Ask(retriever, author, new CollectionWriter(index, retriever, writer));
            return task.run(new ServerParts(
                    ask, retriever, articles.files(), index, articles.watcher(), log, suggestions, verifier));
        }
    }

    /** Of what processes write one after the other: the passages in a cluster, or the index in a data folder. */
    private static String indexName(Config config, Catalogue catalogue) {
        return config.cluster().map(ClusterAddress::name).orElseGet(catalogue::identity);
    }

    /** Not connected yet. */
    static Optional<PassageCluster> cluster(Config config, OnnxEmbedder embedder) {
        int dimension = embedder.description().dimension();
        return config.cluster().map(address -> IndexFields.cluster(address, embedder.id(), dimension, SEARCH_TIME));
    }

    /** Runs a task that only checks claims. */
    int withVerifier(ToIntFunction<Verifier> task) {
        unpack(config().data());
        try (CrossEncoder model = new CrossEncoder()) {
            return stop.during(() -> task.applyAsInt(new Verifier(model)));
        }
    }

    /** Starts a server; the caller closes it. */
    Server server(AccessPolicy access, ReaderLimits limits, int port, ServerParts parts) {
        stop.requireNone();
        return new Server(access, limits, port, parts).start();
    }

    /** A task of a command that needs judges. */
    interface JudgingTask {

        /** @return the exit code */
        int run(Judges judges);
    }

    /** Runs a task with the judges that the flags ask for. */
    int withJudges(Flags.Judge flags, Flags.Writer writer, JudgingTask task) {
        String wanted = flags.who();
        Optional<ModelChoice> model = config(writer.given(), flags.given()).model();
        if (!JUDGES.contains(wanted)) {
            throw invalid("“" + wanted + "” is not a judge; use --judge checker, llm or both");
        }
        if (wanted.equals("checker")) {
            return withChecker(checker -> task.run(judges(checker)));
        }
        if (model.isEmpty()) {
            throw invalid("--judge " + wanted + " needs a language model; name one with --judge-model ollama:llama3.2,"
                    + " or with --model if it is to write the answers too");
        }
        try (OpenModel language = OpenModel.of(model.get())) {
            NamedJudge llm = llm(model.get(), language);
            if (wanted.equals("llm")) {
                return task.run(judges(llm));
            }
            return withChecker(checker -> task.run(judges(checker, llm)));
        }
    }

    private record NamedJudge(String name, String description, Judge judge) {}

    private static Judges judges(NamedJudge... some) {
        Map<String, Judge> byName = new LinkedHashMap<>();
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (NamedJudge one : some) {
            byName.put(one.name(), one.judge());
            descriptions.put(one.name(), one.description());
        }
        return new Judges(byName, descriptions);
    }

    private int withChecker(ToIntFunction<NamedJudge> task) {
        return withVerifier(
                verifier -> task.applyAsInt(new NamedJudge("checker", "checker", new CheckerJudge(verifier))));
    }

    private static NamedJudge llm(ModelChoice choice, OpenModel language) {
        LlmJudge judge = new LlmJudge(language.forBatchWork());
        String where = choice.url().isEmpty() ? "" : " at " + choice.url();
        String description = choice.label() + where + ", " + judge.version();
        return new NamedJudge("llm", description, new JudgeWatch(choice.label(), judge));
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }

    private static VectorStore vectors(Catalogue catalogue, OnnxEmbedder embedder) {
        int dimension = embedder.description().dimension();
        return new VectorStore(catalogue, embedder.id(), dimension, embedder.passages()::embedPassage);
    }
}
