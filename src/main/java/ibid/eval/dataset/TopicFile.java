package ibid.eval.dataset;

import ibid.eval.client.ApiClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes {@code topics.tsv}: a line of column names, then a topic a line. Columns may stand in any order; only topic and question are needed. */
final class TopicFile {

    static final String NAME = "topics.tsv";

    private static final List<String> COLUMNS =
            List.of("topic", "kind", "outcome", "follows", "question", "split", "alone", "filters", "note");
    private static final Set<String> OUTCOMES = Set.of("answered", "partial", "abstained", "");

    private final DatasetFaults faults;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    private TopicFile(DatasetFaults faults) {
        this.faults = faults;
    }

    static List<Topic> read(List<String> lines, DatasetFaults faults) {
        TopicFile file = new TopicFile(faults);
        List<String> columns = lines.isEmpty()
                ? List.of()
                : List.of(lines.getFirst().strip().replace("\uFEFF", "").split("\t"));
        for (String column : columns)
            if (!COLUMNS.contains(column))
                faults.add(
                        NAME,
                        1,
                        "unknown column “" + column + "”; known here, parted by tabs: " + String.join(", ", COLUMNS));
        for (String column : Set.copyOf(columns))
            if (Collections.frequency(columns, column) > 1)
                faults.add(
                        NAME,
                        1,
                        "column “" + column + "” stands here " + Collections.frequency(columns, column)
                                + " times; keep one of them");
        for (String needed : List.of("topic", "question"))
            if (!columns.contains(needed))
                faults.add(
                        NAME,
                        1,
                        "no column “" + needed
                                + "”; the first line names the columns, parted by tabs, for example: topic, question");
        if (!columns.contains("topic")
                || !columns.contains("question")
                || columns.size() > Set.copyOf(columns).size()) return List.of();
        for (int at = 1; at < lines.size(); at++)
            if (!lines.get(at).isBlank()) file.line(at + 1, columns, lines.get(at));
        if (file.topics.isEmpty()) faults.add(NAME, 2, "no topic; write one a line: t1, a tab, the question");
        return List.copyOf(file.topics.values());
    }

    private void line(int number, List<String> columns, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns.size()) {
            faults.add(
                    NAME,
                    number,
                    cells.length + " cells where the first line names " + columns.size()
                            + "; part them by single tabs and write - for an empty one");
            return;
        }
        Map<String, String> row = new HashMap<>();
        for (int at = 0; at < cells.length; at++)
            row.put(columns.get(at), cells[at].strip().equals("-") ? "" : cells[at].strip());
        Topic topic = new Topic(
                row.get("topic"),
                row.getOrDefault("kind", ""),
                row.getOrDefault("outcome", ""),
                row.getOrDefault("follows", ""),
                row.get("question"),
                row.getOrDefault("split", ""),
                row.getOrDefault("alone", ""),
                row.getOrDefault("filters", ""));
        check(number, topic);
        topics.putIfAbsent(topic.id(), topic);
    }

    private void check(int number, Topic topic) {
        if (!topic.id().matches("[\\w.-]+"))
            faults.add(
                    NAME,
                    number,
                    "“" + topic.id() + "” is no name for a topic; use letters, digits, dots and dashes, such as t12");
        if (topics.containsKey(topic.id()))
            faults.add(
                    NAME, number, "topic " + topic.id() + " stands here a second time; give one of them another name");
        if (topic.question().isEmpty())
            faults.add(NAME, number, "topic " + topic.id() + " has no question; write one or take the line out");
        if (!OUTCOMES.contains(topic.outcome()))
            faults.add(
                    NAME,
                    number,
                    "“" + topic.outcome()
                            + "” is no outcome; write answered, partial or abstained, or - where you do not know");
        if (!topic.follows().isEmpty() && !topics.containsKey(topic.follows()))
            faults.add(
                    NAME,
                    number,
                    "topic " + topic.id() + " follows " + topic.follows()
                            + ", which does not stand above it; move that topic up, or write -");
        if (!topic.filters().isEmpty() && !ApiClient.filters(topic.filters()).isObject())
            faults.add(
                    NAME,
                    number,
                    "“" + topic.filters()
                            + "” is no filter; write JSON such as {\"publishers\": [\"Harbour Gazette\"], \"published_to\": \"2025-03-31\"}, or -");
        if (topic.follows().isEmpty() && !topic.alone().isEmpty())
            faults.add(NAME, number, "topic " + topic.id() + " follows no other, so “alone” must be -");
    }

    /** @param notes what a person should know about a topic, by its id */
    static String text(List<Topic> topics, Map<String, String> notes) {
        StringBuilder text = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
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
            List<String> plain = new ArrayList<>();
            for (String cell : cells)
                plain.add(cell.isBlank() ? "-" : cell.replaceAll("\\s+", " ").strip());
            text.append(String.join("\t", plain)).append('\n');
        }
        return text.toString();
    }
}
