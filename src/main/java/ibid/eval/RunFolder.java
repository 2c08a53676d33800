package ibid.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The folder of one run: {@code results.jsonl}, written as the run goes, and {@code run.json}, which says what was run. A run that was cut off goes on
 * where it stopped if what is run is the same; one that came to its end starts anew. One thread at a time.
 */
public final class RunFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESULTS = "results.jsonl", RUN = "run.json";

    private final Path folder;
    private final ObjectNode run = JSON.createObjectNode();
    private final List<Result> done;

    /** @param what is run, each thing by its name: dataset, index, judges, writer; two runs of the same are one */
    public RunFolder(Path folder, Map<String, String> what) {
        this.folder = folder;
        what.forEach(run::put);
        run.put("finished", false);
        try {
            Files.createDirectories(folder);
            boolean same = Files.exists(folder.resolve(RUN)) && JSON.readTree(Files.readString(folder.resolve(RUN))).equals(run);
            done = same ? read(folder) : List.of();
            Files.writeString(folder.resolve(RUN), run.toPrettyString() + "\n");
            write(done);
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    /** The results of the run that was cut off. */
    public List<Result> done() {
        return done;
    }

    public void keep(Result result) {
        try {
            Files.writeString(folder.resolve(RESULTS), ResultJson.of(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    /** Writes all results in their order and notes that the run came to its end. */
    public void finish(List<Result> results) {
        try {
            write(results);
            Files.writeString(folder.resolve(RUN), run.put("finished", true).toPrettyString() + "\n");
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    public void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException unwritable) {
            throw unwritable(folder, unwritable);
        }
    }

    private void write(List<Result> results) throws IOException {
        StringBuilder lines = new StringBuilder();
        results.forEach(result -> lines.append(ResultJson.of(result)).append('\n'));
        Files.writeString(folder.resolve(RESULTS), lines);
    }

    /** The results in a folder; a last line that was cut off is left out. */
    public static List<Result> read(Path folder) {
        List<Result> results = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(RESULTS))) {
                JsonNode json = parsed(line);
                if (json.hasNonNull("answer")) results.add(ResultJson.read(json));
            }
            return results;
        } catch (IOException unreadable) {
            throw new IbidException(IbidException.Code.INVALID, "there are no results in " + folder + " (" + RESULTS + "); name a folder that ./ibid eval --report DIR has written", unreadable);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException cut) {
            return JSON.createObjectNode();
        }
    }

    private static IbidException unwritable(Path folder, IOException cause) {
        return new IbidException(IbidException.Code.INVALID, "the report cannot be written to " + folder + ": " + cause.getMessage() + "; name another folder with --report DIR", cause);
    }
}
