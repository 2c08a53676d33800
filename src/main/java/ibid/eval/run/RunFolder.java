package ibid.eval.run;

import ibid.IbidException;
import ibid.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder of a report: {@code results.jsonl} and the manifest {@code run.json}. During a run each result is appended
 * to {@code unfinished}; at the end the file replaces the old results. An interrupted run is resumed if its manifest is
 * the same; otherwise it is moved aside. Topics on which a judge failed are asked again. One thread at a time.
 */
public final class RunFolder {

    private static final String RESULTS = "results.jsonl", RUN = "run.json", UNFINISHED = "unfinished";

    private final Path folder;
    private final Path unfinished;
    private final RunManifest made;
    private List<TopicResult> done = List.of();
    private String message = "";

    public RunFolder(Path folder, RunManifest made) {
        this.folder = folder;
        this.unfinished = folder.resolve(UNFINISHED);
        this.made = made;
        try {
            Files.createDirectories(folder);
            takeOver();
            begin();
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    private void takeOver() throws IOException {
        if (Files.exists(unfinished.resolve(RUN))) {
            resume(read(unfinished));
        } else if (Files.exists(folder.resolve(RUN)) && Files.exists(folder.resolve(RESULTS))) {
            repairFailed(read(folder));
        }
    }

    private void resume(MeasuredRun unfinishedRun) throws IOException {
        List<String> otherwise = made.differencesFrom(unfinishedRun.made());
        if (otherwise.isEmpty()) {
            done = judged(unfinishedRun.results());
            if (!unfinishedRun.results().isEmpty()) {
                message = "Resuming the interrupted run: " + done.size() + " topics are done"
                        + asked(unfinishedRun.results().size() - done.size()) + ".";
            }
        } else {
            keepUnfinished(String.join("; ", otherwise));
        }
    }

    /**
     * Takes over a finished run with the same manifest, if its judge failed on some topics; only those are asked again.
     */
    private void repairFailed(MeasuredRun before) {
        List<TopicResult> whole = judged(before.results());
        if (whole.size() == before.results().size()
                || !made.differencesFrom(before.made().without(RunManifest.WRITER))
                        .isEmpty()) {
            return;
        }
        done = whole;
        message = "Resuming the finished run: " + done.size() + " topics are done"
                + asked(before.results().size() - done.size()) + "; use another --report folder to ask every topic.";
    }

    private static String asked(int failed) {
        return failed == 0 ? "" : ", " + failed + " on which a judge failed are asked again";
    }

    private static List<TopicResult> judged(List<TopicResult> results) {
        return results.stream().filter(result -> !result.judgeFailed()).toList();
    }

    private void keepUnfinished(String why) throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve(UNFINISHED + "-" + number))) {
            number++;
        }
        Path aside = folder.resolve(UNFINISHED + "-" + number);
        Files.move(unfinished, aside);
        done = List.of();
        message = "The interrupted run cannot be resumed (" + why + "); it is kept in " + aside
                + ", and a new run starts.";
    }

    private void begin() throws IOException {
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve(RUN), json(made, false));
        write(done);
    }

    /** The results that are reused. */
    public List<TopicResult> done() {
        return done;
    }

    /** A sentence about what happened to an earlier run; empty if there was none. */
    public String message() {
        return message;
    }

    /** Moves the reused results aside. */
    public void startAnew(String why) {
        try {
            keepUnfinished(why);
            begin();
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    public void keep(TopicResult result) {
        try {
            Files.writeString(
                    unfinished.resolve(RESULTS),
                    Json.write(result) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    /** Writes all results in order and replaces those of the earlier run. */
    public void finish(MeasuredRun run) {
        try {
            write(run.results());
            Files.writeString(unfinished.resolve(RUN), json(run.made(), true));
            for (String file : List.of(RESULTS, RUN)) {
                Files.move(unfinished.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(unfinished);
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    /** Writes a file; creates its folder if needed. */
    public static void write(Path folder, String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text);
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    private void write(List<TopicResult> results) throws IOException {
        StringBuilder lines = new StringBuilder();
        results.forEach(result -> lines.append(Json.write(result)).append('\n'));
        Files.writeString(unfinished.resolve(RESULTS), lines);
    }

    private static String json(RunManifest made, boolean finished) {
        Map<String, Object> parts = new LinkedHashMap<>(made.parts());
        parts.put("finished", finished);
        return Json.writePretty(parts) + "\n";
    }

    /** Reads the run in a folder; an incomplete last line is ignored. */
    public static MeasuredRun read(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(RESULTS));
            Path manifest = folder.resolve(RUN);
            RunManifest made = Files.exists(manifest) ? manifest(Files.readString(manifest)) : RunManifest.unknown();
            return new MeasuredRun(made, results(lines));
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "there are no results in " + folder + " (" + RESULTS
                            + "); name a folder written by ./ibid eval run --report DIR",
                    unreadable);
        }
    }

    private static List<TopicResult> results(List<String> lines) {
        List<TopicResult> results = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            boolean last = at == lines.size() - 1;
            String line = lines.get(at);
            if (last && !line.endsWith("}")) {
                break;
            }
            results.add(Json.readLenient(line, TopicResult.class, RESULTS + ", line " + (at + 1)));
        }
        return results;
    }

    private static RunManifest manifest(String json) {
        Map<?, ?> stored = Json.readLenient(json, Map.class, RUN);
        Map<String, String> parts = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            if (value instanceof String text) {
                parts.put(String.valueOf(name), text);
            }
        });
        return new RunManifest(parts);
    }

    private static IbidException unwritable(Path folder, IOException cause) {
        return new IbidException(
                IbidException.Code.INVALID,
                "the report cannot be written to " + folder + ": " + cause.getMessage()
                        + "; name another folder with --report DIR",
                cause);
    }
}
