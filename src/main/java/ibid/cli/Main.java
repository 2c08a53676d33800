package ibid.cli;

import ibid.IbidException;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.rank.SentenceRanker;
import ibid.ask.Ask;
import ibid.ask.SuggestedQuestions;
import ibid.ask.llm.LlmAuthor;
import ibid.index.IndexWatcher;
import ibid.index.Indexer;
import ibid.index.PassageIndex;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.log.TurnLog;
import ibid.model.CrossEncoder;
import ibid.model.ModelChoice;
import ibid.model.OnnxEmbedder;
import ibid.model.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.serve.ServerParts;
import ibid.verify.Verifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Starts Ibid: reads the command line and the settings, builds every part, runs the command. */
public final class Main {

    private static final Duration LOOK_AT_CORPUS = Duration.ofSeconds(2);

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(arguments, System.getenv(), new Terminal(System.out, System.console() != null));
        boolean signalled = code == 0
                && List.of(arguments).contains("serve"); // and waits for a plain return, when everything is closed
        if (!signalled) System.exit(code); // llama.cpp leaves a thread behind that would keep the process alive
    }

    static int run(String[] arguments, Map<String, String> environment, Terminal terminal) {
        CommandLine tree = Usage.tree();
        try {
            ParseResult parsed = tree.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(parsed)) return 0;
            if (!parsed.hasSubcommand()) {
                tree.usage(System.err);
                return 2;
            }
            ParseResult command = parsed.subcommand();
            Path file = Path.of("ibid.properties");
            return run(
                    command,
                    Config.read(Usage.settings(command), environment, file),
                    Config.read(Usage.judging(command), environment, file).model(),
                    terminal);
        } catch (CommandLine.ParameterException wrong) {
            System.err.println(wrong.getMessage() + "; ./ibid "
                    + (wrong.getCommandLine() == tree
                            ? ""
                            : wrong.getCommandLine().getCommandName() + " ") + "--help lists what there is");
            return 2;
        } catch (IbidException failure) {
            System.err.println("ibid: " + failure.getMessage());
            return failure.code() == IbidException.Code.INVALID ? 2 : 1;
        } catch (Exception bug) {
            LoggerFactory.getLogger(Main.class).error("failed", bug);
            System.err.println("ibid: internal error, logged above");
            return 1;
        }
    }

    /**
     * The wiring: every object, top to bottom, closed in reverse.
     *
     * @param judging the language model that judges, for {@code eval}
     */
    private static int run(ParseResult command, Config config, Optional<ModelChoice> judging, Terminal terminal) {
        if (command.commandSpec().name().equals("eval") && EvalCommand.needsNoArticles(command))
            return EvalCommand.elsewhere(command, judging, terminal);
        if (command.commandSpec().name().equals("check")) return CheckCommand.run(command, terminal);
        if (command.commandSpec().name().equals("doctor")) return DoctorCommand.run(config, terminal);
        Optional<LanguageModel> language = config.model()
                .filter(choice -> List.of("serve", "ask", "eval")
                        .contains(command.commandSpec().name()))
                .map(LanguageModel::open);
        CorpusFolder folder = new CorpusFolder(config.corpus());
        try (LanguageModel closing = language.orElse(null);
                CrossEncoder model = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                PassageIndex index = new PassageIndex(config.data().resolve("index"));
                VectorStore vectors = new VectorStore(
                        config.data().resolve("vectors"),
                        OnnxModel.BGE_SMALL.name(),
                        OnnxModel.BGE_SMALL.dimension(),
                        embedder.passages()::embed);
                TurnLog log = new TurnLog(config.data().resolve("log.sqlite"));
                IndexWatcher watch = new IndexWatcher(new Indexer(folder, index, vectors), LOOK_AT_CORPUS)) {
            HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
            ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.with(model));
            SuggestedQuestions suggestions = new SuggestedQuestions(retriever, writer, index);
            Verifier verifier = new Verifier(model);
            Ask ask = language.isPresent()
                    ? new Ask(
                            retriever,
                            writer,
                            new LlmAuthor(
                                    writer,
                                    verifier,
                                    suggestions,
                                    language.get().model(),
                                    Clock.systemUTC()))
                    : new Ask(retriever, writer, verifier, suggestions);
            ServerParts parts = new ServerParts(ask, retriever, folder, index, watch, log, suggestions, verifier);
            return switch (command.commandSpec().name()) {
                case "serve" -> ServeCommand.run(config, parts, terminal);
                case "ask" -> SingleCommands.ask(command, parts, terminal);
                case "index" -> SingleCommands.index(command, parts, terminal);
                case "search" -> SingleCommands.search(command, parts, terminal);
                case "eval" -> EvalCommand.own(command, config, judging, parts, terminal);
                default ->
                    throw new IllegalStateException(
                            "a command without code: " + command.commandSpec().name());
            };
        }
    }
}
