package ibid.eval.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes {@code nuggets.jsonl}: a nugget a line. */
public final class NuggetFile {

    public static final String NAME = "nuggets.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("topic", "nugget", "text", "importance", "accept", "evidence");

    private final Map<String, Topic> topics;
    private final DatasetFaults faults;
    private final Set<String> ids = new HashSet<>();

    private NuggetFile(Map<String, Topic> topics, DatasetFaults faults) {
        this.topics = topics;
        this.faults = faults;
    }

    static List<Nugget> read(List<String> lines, Map<String, Topic> topics, DatasetFaults faults) {
        NuggetFile file = new NuggetFile(topics, faults);
        List<Nugget> nuggets = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++)
            if (!lines.get(at).isBlank()) file.line(at + 1, lines.get(at), nuggets);
        return nuggets;
    }

    /** The line on which each nugget of a sound file stands, by its name. */
    public static Map<String, Integer> places(List<String> lines) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < lines.size(); at++)
            if (!lines.get(at).isBlank())
                places.put(parsed(lines.get(at)).path("nugget").asText(), at + 1);
        return places;
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not a sound file of nuggets", broken);
        }
    }

    private void line(int number, String line, List<Nugget> nuggets) {
        try {
            JsonNode json = JSON.readTree(line);
            if (sound(number, json)) nuggets.add(nugget(json));
        } catch (JsonProcessingException broken) {
            faults.add(
                    NAME,
                    number,
                    "not JSON (" + broken.getOriginalMessage() + "); each line is one object, as in eval/GUIDE.md");
        }
    }

    private boolean sound(int number, JsonNode json) {
        List<String> wrong = new ArrayList<>();
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field))
                wrong.add(
                        "unknown field “" + field + "”; known here: topic, nugget, text, importance, accept, evidence");
        });
        Topic topic = topics.get(json.path("topic").asText());
        if (topic == null)
            wrong.add("no topic “" + json.path("topic").asText() + "” in topics.tsv; name one that is there");
        else if (topic.unanswerable())
            wrong.add(
                    "topic " + topic.id()
                            + " is to be abstained from, so it has no nuggets; take the line out, or change the outcome in topics.tsv");
        if (json.path("nugget").asText().isBlank())
            wrong.add("a nugget needs a name of its own in “nugget”, such as t1.1");
        else if (!ids.add(json.path("nugget").asText()))
            wrong.add("nugget " + json.path("nugget").asText()
                    + " stands here a second time; give one of them another name");
        if (!Set.of("vital", "okay").contains(json.path("importance").asText("vital")))
            wrong.add("“importance” must be vital or okay");
        if (!isAccept(json.path("accept")))
            wrong.add(
                    "“accept” must be a list of lists of texts, such as [[\"12 May\"], [\"May\", \"12th\"]]: any one list whose texts all stand in the answer will do");
        if (!isEvidence(json.path("evidence")))
            wrong.add(
                    "“evidence” must be a list such as [{\"article\": \"its-id\", \"exact\": \"words of the article\"}]");
        if (json.path("accept").isEmpty() && json.path("evidence").isEmpty())
            wrong.add("a nugget needs “accept” or “evidence”, to be found by");
        wrong.forEach(fault -> faults.add(NAME, number, fault));
        return wrong.isEmpty();
    }

    private static boolean isAccept(JsonNode accept) {
        for (JsonNode all : accept) {
            if (!all.isArray() || all.isEmpty()) return false;
            for (JsonNode part : all) if (!part.isTextual() || part.asText().isBlank()) return false;
        }
        return accept.isMissingNode() || accept.isArray();
    }

    private static boolean isEvidence(JsonNode evidence) {
        for (JsonNode one : evidence)
            if (one.path("article").asText().isBlank()
                    || one.path("exact").asText().isBlank()) return false;
        return evidence.isMissingNode() || evidence.isArray();
    }

    private static Nugget nugget(JsonNode json) {
        List<List<String>> accept = new ArrayList<>();
        for (JsonNode all : json.path("accept")) {
            List<String> parts = new ArrayList<>();
            all.forEach(part -> parts.add(part.asText()));
            accept.add(parts);
        }
        List<Nugget.Evidence> evidence = new ArrayList<>();
        json.path("evidence")
                .forEach(one -> evidence.add(new Nugget.Evidence(
                        one.path("article").asText(), one.path("exact").asText())));
        return new Nugget(
                json.path("topic").asText(),
                json.path("nugget").asText(),
                json.path("text").asText(),
                json.path("importance").asText("vital").equals("vital"),
                accept,
                evidence);
    }

    static String text(List<Nugget> nuggets) {
        StringBuilder text = new StringBuilder();
        for (Nugget nugget : nuggets) {
            ObjectNode json = JSON.createObjectNode()
                    .put("topic", nugget.topic())
                    .put("nugget", nugget.id())
                    .put("text", nugget.text())
                    .put("importance", nugget.vital() ? "vital" : "okay");
            ArrayNode accept = json.putArray("accept");
            nugget.accept().forEach(all -> all.forEach(accept.addArray()::add));
            ArrayNode evidence = json.putArray("evidence");
            nugget.evidence()
                    .forEach(one ->
                            evidence.addObject().put("article", one.article()).put("exact", one.exact()));
            text.append(json).append('\n');
        }
        return text.toString();
    }
}
