package ibid.eval.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.ask.SuggestedQuestions;
import ibid.log.Feedback;
import ibid.log.TurnLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset for a person to go over: made from the articles, where nobody has asked yet, or from answers that readers rated down.
 *
 * @param notes what a person should know about a topic, by its id
 */
public record DraftDataset(TestCollection collection, Map<String, String> notes) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 300; // characters of an answer in a note

    /** Questions made from articles; a sentence that one was made from is the evidence of its only nugget. */
    public static DraftDataset fromArticles(List<SuggestedQuestions.Proposed> proposed) {
        List<Topic> topics = new ArrayList<>();
        List<Nugget> nuggets = new ArrayList<>();
        for (SuggestedQuestions.Proposed one : proposed) {
            String id = "a" + String.format("%03d", topics.size() + 1);
            topics.add(new Topic(id, "drafted", "answered", "", one.question(), "", ""));
            if (!one.sentence().isEmpty())
                nuggets.add(new Nugget(
                        id,
                        id + ".1",
                        one.sentence(),
                        true,
                        List.of(),
                        List.of(new Nugget.Evidence(one.article(), one.sentence()))));
        }
        return new DraftDataset(new TestCollection(topics, nuggets, new Qrels(Map.of())), Map.of());
    }

    /**
     * The questions rated down, each with those before it in its conversation and the filters it was asked with. What would have been right nobody has said, nor
     * how a follow-up is asked alone: the system's own rewriting, asked, would agree with itself.
     */
    public static DraftDataset fromLog(TurnLog log) {
        Map<String, Topic> topics = new LinkedHashMap<>(); // by the answer's id
        Map<String, String> notes = new LinkedHashMap<>();
        for (TurnLog.Rated rated : log.rated(Feedback.Rating.DOWN)) {
            JsonNode down = parsed(rated.answer());
            String before = "";
            for (String stored : log.answers(down.path("conversation_id").asText())) {
                JsonNode answer = parsed(stored);
                Topic topic = topics.computeIfAbsent(
                        answer.path("id").asText(),
                        id -> new Topic(
                                "l" + String.format("%03d", topics.size() + 1),
                                "before",
                                "",
                                "",
                                answer.path("question").asText(),
                                "",
                                "",
                                answer.has("filters") ? answer.path("filters").toString() : ""));
                boolean itself = answer.path("id").equals(down.path("id"));
                topics.put(
                        answer.path("id").asText(),
                        new Topic(
                                topic.id(),
                                itself || topic.kind().equals("rated-down") ? "rated-down" : "before",
                                "",
                                before,
                                topic.question(),
                                "",
                                "",
                                topic.filters()));
                if (itself) notes.put(topic.id(), note(answer, rated.feedback()));
                if (itself) break;
                before = topic.id();
            }
        }
        return new DraftDataset(
                new TestCollection(List.copyOf(topics.values()), List.of(), new Qrels(Map.of())), notes);
    }

    private static String note(JsonNode answer, Feedback feedback) {
        String text = answer.path("text").asText().isEmpty()
                ? answer.path("missing").asText()
                : answer.path("text").asText();
        String said = String.join(", ", feedback.reasons())
                + (feedback.comment().isBlank() ? "" : " “" + feedback.comment() + "”");
        return "rated down" + (said.isBlank() ? "" : ": " + said.strip()) + "; it was "
                + answer.path("outcome").asText() + ": "
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the log holds what is not JSON: " + json, broken);
        }
    }
}
