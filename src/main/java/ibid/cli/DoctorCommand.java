package ibid.cli;

import ibid.IbidException;
import ibid.access.AccessDatabase;
import ibid.files.PrivateFiles;
import ibid.index.IndexIntegrity;
import ibid.index.cluster.PassageCluster;
import ibid.library.CorpusFolder;
import ibid.library.shared.SharedCollection;
import ibid.log.TurnLog;
import ibid.model.Completion;
import ibid.model.ModelChoice;
import ibid.model.OpenModel;
import ibid.model.Prompt;
import ibid.model.TimeLimits;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.storage.DatabaseFile;
import ibid.storage.PostgresAddress;
import ibid.storage.PostgresExamination;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: checks each requirement of Ibid and prints a line with its state and the remedy. */
@Command(
        name = "doctor",
        abbreviateSynopsis = true,
        description = "Checks that everything Ibid needs is there, and says how to fix what is not.",
        footer = {"", "Example: IBID_MODEL=ollama:llama3.2 ./ibid doctor"})
final class DoctorCommand implements Callable<Integer> {

    private static final long MIN_HEAP_BYTES = 256L << 20;
    private static final long MIN_DISK_BYTES = 500L << 20;
    private static final TimeLimits MODEL_LIMITS =
            new TimeLimits(Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(90));

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Start start;

    DoctorCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Config config = wiring.config(start.given());
        wiring.unpack(config.data());
        Map<String, Supplier<String>> examinations = new LinkedHashMap<>();
        examinations.put("java", () -> Runtime.version() + " from " + System.getProperty("java.home"));
        examinations.put("memory", DoctorCommand::memory);
        examinations.put("corpus", () -> corpus(config));
        examinations.put("disk", () -> disk(config.data()));
        examinations.put("index", () -> index(config.data()));
        Optional<PostgresAddress> server = config.databases().server();
        List<String> files = server.isPresent()
                ? List.of("catalogue.sqlite")
                : List.of(TurnLog.NAME, "catalogue.sqlite", AccessDatabase.NAME);
        server.ifPresent(address -> examinations.put("database", () -> PostgresExamination.of(address)));
        for (String name : files) {
            examinations.put(name, () -> database(config.data().resolve(name)));
        }
        config.cluster().ifPresent(address -> examinations.put("search", () -> search(config)));
        examinations.put("port", () -> port(config));
        examinations.put("checker", DoctorCommand::packagedModels);
        examinations.put("model", () -> model(config));
        examinations.put("window", () -> window(config));
        int bad = 0;
        for (Map.Entry<String, Supplier<String>> one : examinations.entrySet()) {
            if (!isWell(one.getKey(), one.getValue())) {
                bad++;
            }
        }
        return bad == 0 ? 0 : Main.FAILED;
    }

    private static IbidException failure(String what) {
        return new IbidException(IbidException.Code.MODEL_UNAVAILABLE, what);
    }

    private boolean isWell(String what, Supplier<String> examination) {
        try {
            print("ok  ", what, examination.get());
            return true;
        } catch (IbidException sick) {
            print("BAD ", what, sick.getMessage());
            return false;
        } catch (Throwable broken) { // whatever is broken, the next line is printed
            print("BAD ", what, "the examination itself failed: " + broken);
            return false;
        }
    }

    private void print(String mark, String what, String line) {
        terminal.line(terminal.strong(mark) + String.format("%-17s", what) + line);
    }

    private static String memory() {
        long heap = Runtime.getRuntime().maxMemory();
        if (heap < MIN_HEAP_BYTES) {
            throw failure("only " + (heap >> 20) + " MB of heap; set IBID_JAVA_OPTIONS=-Xmx1g");
        }
        return (heap >> 20) + " MB of heap at most";
    }

    private static String model(Config config) {
        return config.model().map(DoctorCommand::model).orElse("extractive: quotes the articles, no language model");
    }

    private static String corpus(Config config) {
        return config.articles().isElsewhere() ? published(config) : corpus(config.corpus());
    }

    /** What another process publishes in the database for those without the folder. */
    private static String published(Config config) {
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                PassageCluster cluster = Wiring.cluster(config, embedder).orElseThrow();
                SharedCollection shared =
                        config.articles().shared(Optional.of(cluster)).orElseThrow()) {
            String from = "no folder " + config.corpus() + ", so the articles come from the database: ";
            return shared.published()
                    .map(one -> from + shared.files(one).size() + " files in generation " + one.generation())
                    .orElseThrow(
                            () -> failure(from + "none are there yet; start ./ibid index --watch where the folder is"));
        }
    }

    private static String corpus(Path folder) {
        int files = new CorpusFolder(folder).files().size();
        if (files == 0) {
            throw failure(folder + " contains no articles; add some, or name another folder with --corpus DIR");
        }
        return files + " files in " + folder;
    }

    private static String disk(Path data) {
        try {
            PrivateFiles.createFolder(data);
            long room = Files.getFileStore(data).getUsableSpace();
            if (!Files.isWritable(data)) {
                throw failure(data + " cannot be written to; name another folder with --data DIR");
            }
            if (room < MIN_DISK_BYTES) {
                throw failure("only " + (room >> 20) + " MB are free in " + data
                        + "; make room, or name another folder with --data DIR");
            }
            return (room >> 30) + " GB free in " + data;
        } catch (IOException unwritable) {
            throw failure(data + " cannot be created; name another folder with --data DIR");
        }
    }

    /** Changes nothing: a damaged index is moved aside by who makes it anew. */
    private static String index(Path data) {
        Path folder = data.resolve("index");
        try {
            Optional<String> damage = new IndexIntegrity(folder).damage();
            if (damage.isPresent()) {
                throw failure(
                        "damaged: " + damage.get() + "; ./ibid index, or a start, makes it anew from the articles");
            }
        } catch (IOException unreadable) {
            throw failure("cannot be read (" + unreadable + "); give Ibid the right to read " + folder);
        }
        return Files.exists(folder)
                ? "whole, in " + folder
                : "none yet; ./ibid index makes it, and so does ./ibid serve";
    }

    private static String database(Path file) {
        new DatabaseFile(file).damage().ifPresent(damage -> {
            throw failure("damaged: " + damage
                    + "; stop Ibid and bring back a backup with ./ibid restore FILE, or move " + file + " away");
        });
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw failure("cannot be written to; give Ibid the right to write " + file);
        }
        return Files.exists(file) ? "whole, in " + file : "none yet";
    }

    private static String search(Config config) {
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                PassageCluster cluster = Wiring.cluster(config, embedder).orElseThrow()) {
            return cluster.examination();
        }
    }

    private static String packagedModels() {
        try (CrossEncoder checker = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            return embedder.queries().embed("a word").length + " numbers a vector; checker and embedder are loaded";
        }
    }

    private static String window(Config config) {
        return config.model()
                .map(choice -> choice.window() + " tokens for prompt and answer together (--model-window)")
                .orElse("none is needed without a language model");
    }

    private static String port(Config config) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(config.host(), config.port()));
            return config.host() + ":" + config.port() + " is free";
        } catch (IOException taken) {
            throw failure(config.host() + ":" + config.port()
                    + " is taken, perhaps by an Ibid that runs; choose another with --port N");
        }
    }

    /** Asks the model for one word, in the way an answer is requested. */
    private static String model(ModelChoice choice) {
        try (OpenModel open = OpenModel.of(choice)) {
            long start = System.nanoTime();
            Completion completion = open.withoutRetries(MODEL_LIMITS)
                    .complete(
                            new Prompt.Filled("doctor", Prompt.Output.TEXT, "You are brief.", "Say the word ready."),
                            piece -> true);
            long millis = (System.nanoTime() - start) / 1_000_000;
            return switch (completion) {
                case Completion.Finished finished ->
                    choice.label() + " answered in " + millis + " ms; window " + choice.window() + " tokens";
                case Completion.Failed failed ->
                    throw failure(choice.label() + " " + failed.failure().description() + " (" + failed.detail() + "); "
                            + choice.remedy());
            };
        }
    }
}
