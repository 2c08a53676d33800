package ibid.eval.dataset;

import ibid.api.AnswerBody;
import ibid.api.FeedbackBody;
import ibid.api.FiltersBody;
import ibid.api.Json;
import ibid.api.RatedAnswer;
import ibid.ask.SuggestedQuestions;
import ibid.log.TurnLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A dataset for a person to go over: made from the articles, where nobody has asked yet, or from answers that readers rated down.
 *
 * @param notes what a person should know about a topic, by its id
 */
public record DraftDataset(TestCollection collection, Map<String, String> notes) {

    private static final int MAX_SHOWN_CHARS = 300; // of an answer in a note

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
     * The questions rated down, each with those before it in its conversation and the filters it was asked with. Nobody has said
     * what would have been right, nor how a follow-up is asked alone: the system's own rewriting would agree with itself.
     */
    public static DraftDataset fromLog(TurnLog log) {
        Map<String, Topic> topics = new LinkedHashMap<>(); // by the answer's id
        Map<String, String> notes = new LinkedHashMap<>();
        for (RatedAnswer down : log.rated(FeedbackBody.Rating.DOWN)) {
            String follows = "";
            for (AnswerBody answer : upTo(down.answer(), log)) {
                Topic topic = topic(topics, answer, follows);
                topics.putIfAbsent(answer.id(), topic);
                follows = topic.id();
            }
            Topic rated = topics.get(down.answer().id());
            topics.put(down.answer().id(), ratedDown(rated));
            notes.put(rated.id(), note(down));
        }
        return new DraftDataset(
                new TestCollection(List.copyOf(topics.values()), List.of(), new Qrels(Map.of())), notes);
    }

    /** The answers of its conversation, to the one rated. */
    private static List<AnswerBody> upTo(AnswerBody last, TurnLog log) {
        List<AnswerBody> answers = new ArrayList<>();
        for (RatedAnswer rated : log.answers(last.asked().conversationId())) {
            answers.add(rated.answer());
            if (rated.answer().id().equals(last.id())) break;
        }
        return answers;
    }

    private static Topic topic(Map<String, Topic> known, AnswerBody answer, String follows) {
        if (known.containsKey(answer.id())) return known.get(answer.id());
        String id = "l" + String.format("%03d", known.size() + 1);
        FiltersBody filters = answer.asked().filters();
        String filtersJson = filters == null ? "" : Json.write(filters);
        return new Topic(id, "before", "", follows, answer.asked().question(), "", "", filtersJson);
    }

    private static Topic ratedDown(Topic topic) {
        return new Topic(
                topic.id(),
                "rated-down",
                topic.outcome(),
                topic.follows(),
                topic.question(),
                topic.split(),
                topic.alone(),
                topic.filters());
    }

    private static String note(RatedAnswer rated) {
        AnswerBody.Result result = rated.answer().result();
        FeedbackBody feedback = rated.feedback();
        String comment = feedback.comment().isBlank() ? "" : " “" + feedback.comment() + "”";
        String reasons = (String.join(", ", feedback.reasons()) + comment).strip();
        String shown = result.text().isEmpty() ? result.missing() : result.text();
        if (shown.length() > MAX_SHOWN_CHARS) shown = shown.substring(0, MAX_SHOWN_CHARS) + "…";
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        return "rated down" + (reasons.isEmpty() ? "" : ": " + reasons) + "; it was " + outcome + ": " + shown;
    }
}
