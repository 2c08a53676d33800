package ibid.eval.dataset;

import ibid.IbidException;
import ibid.api.FiltersBody;
import ibid.api.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads and writes {@code topics.tsv}: a line of column names, then one topic per line. Columns may be in any order;
 * only topic and question are required.
 */
final class TopicFile {

    static final String NAME = "topics.tsv";

    private static final List<String> COLUMNS =
            List.of("topic", "kind", "outcome", "follows", "question", "split", "alone", "filters", "note");
    private static final List<String> REQUIRED = List.of("topic", "question");
    private static final Set<String> OUTCOMES = Set.of("answered", "partial", "abstained", "");
    private static final String EMPTY = "-";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final DatasetFaults faults;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    private TopicFile(DatasetFaults faults) {
        this.faults = faults;
    }

    static List<Topic> read(List<String> lines, DatasetFaults faults) {
        List<TsvFile.Row> rows = TsvFile.rows(lines);
        List<String> columns = rows.isEmpty() ? List.of() : columns(rows.getFirst());
        TopicFile file = new TopicFile(faults);
        return file.areSound(columns) ? file.topics(rows.subList(1, rows.size()), columns) : List.of();
    }

    private List<Topic> topics(List<TsvFile.Row> rows, List<String> columns) {
        for (TsvFile.Row row : rows) {
            read(row, columns);
        }
        if (topics.isEmpty()) {
            faults.add(NAME, 2, "no topic; write one per line: t1, a tab, the question");
        }
        return List.copyOf(topics.values());
    }

    private static List<String> columns(TsvFile.Row row) {
        return row.cells().stream()
                .map(cell -> cell.replace(BYTE_ORDER_MARK, "").strip())
                .toList();
    }

    /** Whether topics can be read with these columns. */
    private boolean areSound(List<String> columns) {
        Set<String> distinct = Set.copyOf(columns);
        for (String column : columns) {
            if (COLUMNS.contains(column)) {
                continue;
            }
            String known = String.join(", ", COLUMNS);
            faults.add(NAME, 1, "unknown column “" + column + "”; valid columns, separated by tabs: " + known);
        }
        for (String column : distinct) {
            int times = Collections.frequency(columns, column);
            if (times > 1) {
                faults.add(NAME, 1, "column “" + column + "” occurs " + times + " times; keep one of them");
            }
        }
        for (String needed : REQUIRED) {
            if (columns.contains(needed)) {
                continue;
            }
            faults.add(
                    NAME,
                    1,
                    "no column “" + needed
                            + "”; the first line names the columns, separated by tabs, for example: topic, question");
        }
        return columns.containsAll(REQUIRED) && columns.size() == distinct.size();
    }

    private void read(TsvFile.Row row, List<String> columns) {
        List<String> cells = row.cells();
        if (cells.size() != columns.size()) {
            faults.add(
                    NAME,
                    row.line(),
                    cells.size() + " cells where the first line names " + columns.size()
                            + "; separate them by single tabs and write - for an empty one");
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            String cell = cells.get(at).strip();
            values.put(columns.get(at), cell.equals(EMPTY) ? "" : cell);
        }
        Topic topic = new Topic(
                values.get("topic"),
                values.getOrDefault("kind", ""),
                values.getOrDefault("outcome", ""),
                values.getOrDefault("follows", ""),
                values.get("question"),
                values.getOrDefault("split", ""),
                values.getOrDefault("alone", ""),
                values.getOrDefault("filters", ""));
        for (String fault : faults(topic)) {
            faults.add(NAME, row.line(), fault);
        }
        topics.putIfAbsent(topic.id(), topic);
    }

    private List<String> faults(Topic topic) {
        List<String> wrong = new ArrayList<>();
        String name = "topic " + topic.id();
        if (!isName(topic.id())) {
            wrong.add("“" + topic.id()
                    + "” is not a name for a topic; use letters, digits, dots and dashes, such as t12");
        }
        if (topics.containsKey(topic.id())) {
            wrong.add(name + " is already in this file; give one of them another name");
        }
        if (topic.question().isEmpty()) {
            wrong.add(name + " has no question; write one or remove the line");
        }
        if (!OUTCOMES.contains(topic.outcome())) {
            wrong.add("“" + topic.outcome()
                    + "” is not an outcome; write answered, partial or abstained, or - where you do not know");
        }
        wrong.addAll(conversationFaults(topic, name));
        if (!topic.filters().isEmpty() && !isFilter(topic.filters())) {
            wrong.add("“" + topic.filters() + "” is not a filter; write JSON such as"
                    + " {\"publishers\": [\"Harbour Gazette\"], \"published_to\": \"2025-03-31\"}, or -");
        }
        return wrong;
    }

    private List<String> conversationFaults(Topic topic, String name) {
        if (topic.follows().isEmpty()) {
            return topic.alone().isEmpty() ? List.of() : List.of(name + " follows no other, so “alone” must be -");
        }
        if (topics.containsKey(topic.follows())) {
            return List.of();
        }
        return List.of(
                name + " follows " + topic.follows() + ", which is not above it; move that topic up, or write -");
    }

    private static boolean isName(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c == '.' || c == '-' || c == '_' || isLetterOrDigit(c));
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isFilter(String json) {
        try {
            Json.readStrict(json, FiltersBody.class, "the filter");
            return true;
        } catch (IbidException refused) {
            return false;
        }
    }

    /** @param notes remarks about a topic, by its id */
    static String text(List<Topic> topics, Map<String, String> notes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        for (Topic topic : topics) {
            List<String> cells = List.of(
                    topic.id(),
                    topic.kind(),
                    topic.outcome(),
                    topic.follows(),
                    topic.question(),
                    topic.split(),
                    topic.alone(),
                    topic.filters(),
                    notes.getOrDefault(topic.id(), ""));
            rows.add(cells.stream().map(cell -> cell.isBlank() ? EMPTY : cell).toList());
        }
        return TsvFile.text(rows);
    }
}
