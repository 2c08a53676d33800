package ibid.eval.dataset;

import ibid.api.AnswerBody;
import ibid.api.FeedbackBody;
import ibid.api.FiltersBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A draft of a dataset for a person to edit, made from the articles or from answers that readers rated down.
 *
 * @param notes remarks for the person about a topic, by its id
 */
public record DraftDataset(TestCollection collection, Map<String, String> notes) {

    private static final int MAX_NOTE_CHARS = 300;
    private static final String RATED_DOWN = "rated-down";
    private static final String BEFORE = "before";

    /** A question made from an article, and its source sentence, or empty. */
    public record Proposal(String question, String article, String sentence) {}

    /** Makes topics from generated questions. The source sentence of a question is the evidence of its only nugget. */
    public static DraftDataset fromArticles(List<Proposal> proposals) {
        List<Topic> topics = new ArrayList<>();
        List<Nugget> nuggets = new ArrayList<>();
        for (Proposal one : proposals) {
            Topic topic = topic(topics.size() + 1, one);
            topics.add(topic);
            if (!one.sentence().isEmpty()) {
                nuggets.add(nugget(topic.id(), one));
            }
        }
        return new DraftDataset(unjudged(topics, nuggets), Map.of());
    }

    private static Topic topic(int number, Proposal made) {
        return new Topic(String.format("a%03d", number), "drafted", "answered", "", made.question(), "", "");
    }

    private static TestCollection unjudged(List<Topic> topics, List<Nugget> nuggets) {
        return new TestCollection(topics, nuggets, new Qrels(Map.of()));
    }

    private static Nugget nugget(String topic, Proposal made) {
        Nugget.Evidence evidence = new Nugget.Evidence(made.article(), made.sentence());
        return new Nugget(topic, topic + ".1", made.sentence(), true, List.of(), List.of(evidence));
    }

    /**
     * Makes topics from the questions rated down, each with the earlier questions of its conversation and its filters.
     * The expected outcome and the stand-alone form stay empty: only a person knows them, and the system's own rewrite
     * would always agree with itself.
     */
    public static DraftDataset fromLog(List<List<RatedAnswer>> conversations) {
        Map<String, Topic> topics = new LinkedHashMap<>(); // by the answer's id
        Map<String, String> notes = new LinkedHashMap<>();
        for (List<RatedAnswer> conversation : conversations) {
            RatedAnswer down = conversation.getLast();
            String before = "";
            for (RatedAnswer one : conversation) {
                Topic known = topics.get(one.answer().id());
                boolean ratedDown = one == down || known != null && known.kind().equals(RATED_DOWN);
                String id = known == null ? String.format("l%03d", topics.size() + 1) : known.id();
                topics.put(one.answer().id(), topic(id, ratedDown ? RATED_DOWN : BEFORE, before, one.answer()));
                before = id;
            }
            notes.put(before, note(down));
        }
        List<Topic> all = List.copyOf(topics.values());
        return new DraftDataset(new TestCollection(all, List.of(), new Qrels(Map.of())), notes);
    }

    private static Topic topic(String id, String kind, String before, AnswerBody answer) {
        FiltersBody filters = answer.asked().filters();
        String json = filters == null ? "" : Json.write(filters);
        return new Topic(id, kind, "", before, answer.asked().question(), "", "", json);
    }

    private static String note(RatedAnswer rated) {
        AnswerBody answer = rated.answer();
        String text = answer.text().isEmpty() ? answer.result().missing() : answer.text();
        String why = reasons(rated.feedback());
        String outcome = answer.outcome().name().toLowerCase(Locale.ROOT);
        return "rated down" + (why.isEmpty() ? "" : ": " + why) + "; it was " + outcome + ": " + shortened(text);
    }

    private static String shortened(String text) {
        return text.length() > MAX_NOTE_CHARS ? text.substring(0, MAX_NOTE_CHARS) + "…" : text;
    }

    private static String reasons(FeedbackBody feedback) {
        String comment = feedback.comment().isBlank() ? "" : " “" + feedback.comment() + "”";
        return (String.join(", ", feedback.reasons()) + comment).strip();
    }
}
