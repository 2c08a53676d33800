package ibid.read.entries;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.read.bytes.FileBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the records of JSON: one a line (JSON Lines), the elements of an array, or of the largest array of objects in
 * an object, as interfaces answer. One object that is itself an article is none of several.
 */
public final class RecordSplitter implements EntrySplitter {

    static final Set<String> EXTENSIONS = Set.of("json", "jsonl", "ndjson");

    private static final int MAX_BYTES = 50 << 20; // some 10,000 articles
    private static final int MAX_DEPTH = 3; // of the array in a response: "response", "results"
    private static final int MAX_LINES_TRIED = 20;
    private static final String NO_TEXT = "it has no field " + RecordFields.WANTED;
    private static final String NONE = "no record of it is an article";

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public List<ArticleEntry> split(FileBytes file) {
        byte[] bytes = file.content();
        int start = EntryFile.start(file);
        JsonValues.Value whole = new JsonValues.Value(true, start, bytes.length);
        return isLines(bytes, whole, file.extension()) ? lines(bytes, whole) : values(bytes, whole);
    }

    /** Whether each line is a value: the first is one, or in a file that is named so any of the first. */
    private static boolean isLines(byte[] bytes, JsonValues.Value whole, String extension) {
        int tries = extension.equals("json") ? 1 : MAX_LINES_TRIED;
        List<JsonValues.Value> lines = linesOf(bytes, whole, tries + 1);
        boolean isOne = extension.equals("json") && lines.size() < 2;
        return !isOne
                && lines.stream()
                        .limit(tries)
                        .anyMatch(line -> JsonValues.tree(bytes, line.start(), line.end())
                                .filter(JsonNode::isObject)
                                .isPresent());
    }

    private static List<JsonValues.Value> linesOf(byte[] bytes, JsonValues.Value whole, int max) {
        List<JsonValues.Value> lines = new ArrayList<>();
        int start = whole.start();
        while (start < whole.end() && lines.size() < max) {
            int end = lineEnd(bytes, start);
            if (!isBlank(bytes, start, end)) {
                lines.add(new JsonValues.Value(false, start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    private static int lineEnd(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static List<ArticleEntry> lines(byte[] bytes, JsonValues.Value whole) {
        EntryCollector records = new EntryCollector(bytes);
        int start = whole.start();
        for (int number = 1; start < whole.end() && !records.isFull(); number++) {
            int end = lineEnd(bytes, start);
            if (!isBlank(bytes, start, end)) {
                add(records, "line " + number, bytes, new JsonValues.Value(false, start, end));
            }
            start = end + 1;
        }
        return records.entriesOr(NONE);
    }

    private static List<ArticleEntry> values(byte[] bytes, JsonValues.Value whole) {
        JsonValues.Found roots = JsonValues.in(bytes, whole, true);
        List<JsonValues.Value> values = roots.values();
        if (values.isEmpty() && !roots.problem().isEmpty()) {
            boolean isArray = bytes.length > whole.start() && firstSign(bytes, whole.start()) == '[';
            roots = isArray ? JsonValues.in(bytes, whole, false) : roots;
            values = roots.values();
        } else if (values.size() == 1 && values.getFirst().isArray()) {
            values = JsonValues.in(bytes, values.getFirst(), false).values();
        } else if (values.size() == 1) {
            Optional<JsonValues.Value> array = hasText(bytes, values.getFirst())
                    ? Optional.empty()
                    : largestArray(bytes, values.getFirst(), MAX_DEPTH);
            if (array.isEmpty()) {
                return List.of();
            }
            values = JsonValues.in(bytes, array.get(), false).values();
        }
        return records(bytes, values, roots.problem());
    }

    private static char firstSign(byte[] bytes, int start) {
        int at = start;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length ? (char) bytes[at] : ' ';
    }

    private static List<ArticleEntry> records(byte[] bytes, List<JsonValues.Value> values, String problem) {
        EntryCollector records = new EntryCollector(bytes);
        int number = 0;
        for (JsonValues.Value value : values) {
            if (!records.isFull()) {
                add(records, "record " + ++number, bytes, value);
            }
        }
        if (!problem.isEmpty()) {
            records.addProblem("record " + ++number, bytes.length, bytes.length, problem);
        }
        return records.entriesOr(NONE);
    }

    /** A list of articles may have a description, but no text of its own. */
    private static boolean hasText(byte[] bytes, JsonValues.Value object) {
        return JsonValues.tree(bytes, object.start(), object.end())
                .filter(record -> !new RecordFields(record).isSummary())
                .isPresent();
    }

    /** The largest array of objects at some depth in an object. */
    private static Optional<JsonValues.Value> largestArray(byte[] bytes, JsonValues.Value object, int depth) {
        Optional<JsonValues.Value> largest = Optional.empty();
        for (JsonValues.Value value : JsonValues.in(bytes, object, false).values()) {
            Optional<JsonValues.Value> found = depth == 0 || value.isArray()
                    ? Optional.of(value).filter(array -> holdsObjects(bytes, array))
                    : largestArray(bytes, value, depth - 1);
            if (found.isPresent() && (largest.isEmpty() || size(found.get()) > size(largest.get()))) {
                largest = found;
            }
        }
        return largest;
    }

    private static boolean holdsObjects(byte[] bytes, JsonValues.Value array) {
        return array.isArray()
                && JsonValues.in(bytes, array, false).values().stream().anyMatch(value -> !value.isArray());
    }

    private static int size(JsonValues.Value value) {
        return value.end() - value.start();
    }

    private static void add(EntryCollector records, String place, byte[] bytes, JsonValues.Value value) {
        Optional<JsonNode> record = JsonValues.tree(bytes, value.start(), value.end());
        if (record.filter(JsonNode::isObject).isEmpty()) {
            records.addProblem(place, value.start(), value.end(), "it is not a JSON object");
            return;
        }
        RecordFields fields = new RecordFields(record.get());
        if (fields.text().isBlank()) {
            records.addProblem(place, value.start(), value.end(), NO_TEXT);
        } else {
            records.add(fields.identity(), place, "", value.start(), value.end());
        }
    }
}
