package ibid.cli;

import ibid.IbidException;
import ibid.access.ReaderId;
import ibid.files.PrivateFiles;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.log.TurnLog;
import ibid.model.Completion;
import ibid.model.ModelChoice;
import ibid.model.OpenModel;
import ibid.model.Prompt;
import ibid.model.TimeLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Map<String, Supplier<String>> examinations = new LinkedHashMap<>();
        examinations.put("java", () -> Runtime.version() + " from " + System.getProperty("java.home"));
        examinations.put("memory", DoctorCommand::memory);
        examinations.put("corpus", () -> corpus(config.corpus()));
        examinations.put("disk", () -> disk(config.data()));
        examinations.put("index", () -> index(config.data()));
        examinations.put("log", () -> log(config.data().resolve("log.sqlite")));
        examinations.put("port", () -> port(config));
        examinations.put("model", () -> model(config));
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
        }
    }

    private void print(String mark, String what, String line) {
        terminal.line(terminal.strong(mark) + String.format("%-8s", what) + line);
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

    private static String index(Path data) {
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(data.resolve("index"), catalogue);
                IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.files().isEmpty()
                    ? "empty; ./ibid index fills it, and ./ibid serve does so too"
                    : snapshot.files().size() + " files, " + snapshot.passageCount() + " passages, generation "
                            + snapshot.generation();
        }
    }

    private static String log(Path file) {
        try (TurnLog log = new TurnLog(file)) {
            return log.conversations(ReaderId.LOCAL, 1).isEmpty() ? "no answers yet" : "answers are kept in " + file;
        }
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
