package ibid.eval.run;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.eval.client.AnswerView;
import ibid.eval.client.ApiClient;
import ibid.eval.client.Dialogue;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.measure.AnswerScoring;
import ibid.eval.measure.Judging;
import ibid.eval.measure.Measure;
import ibid.eval.measure.NuggetJudging;
import ibid.eval.statistics.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks a server every topic, follow-ups in their conversations, and measures each answer. */
public final class Evaluation {

    /** After this many unanswered questions in a row the server is considered down. */
    private static final int MAX_FAILED_IN_A_ROW = 10;

    private final TestCollection collection;
    private final AnswerScoring scoring;
    private final Judging judging;
    private final NuggetJudging nuggets;
    private final MeasuredServer server;

    /** @param judges by name; the measures of the first one have plain names */
    public Evaluation(TestCollection collection, Map<String, Judge> judges, MeasuredServer server) {
        this.collection = collection;
        this.scoring = new AnswerScoring(collection, server::origin);
        this.judging = new Judging(judges, server::original);
        this.nuggets = new NuggetJudging(judges);
        this.server = server;
    }

    /**
     * Warms up the server with some questions that are not measured, and lets it compute its suggestions, so that the
     * times are those of a warm server.
     *
     * @param max the number of questions; 0 for a language model, which would have to write each answer twice
     */
    public void warmUp(int max, BiConsumer<Integer, Integer> progress) {
        if (max == 0) {
            return;
        }
        List<Topic> some = collection.topics().stream().limit(max).toList();
        try {
            server.prepare();
            for (int at = 0; at < some.size(); at++) {
                ask(some.get(at), some.get(at).question());
                progress.accept(at + 1, some.size());
            }
        } catch (IbidException failed) {
            return; // the same failure will be reported when the question is measured
        }
    }

    /**
     * @param done     earlier results of the same topics; if a later topic of the conversation is missing or failed,
     *                 they are asked again but keep their results
     * @param keep receives each new result immediately
     * @param progress receives the number of topics done and of all topics
     * @return a result for each topic, in the order of the topics
     */
    public List<TopicResult> run(
            List<TopicResult> done, Consumer<TopicResult> keep, BiConsumer<Integer, Integer> progress) {
        Map<String, TopicResult> results = new HashMap<>();
        for (TopicResult result : done) {
            if (!result.failed()) {
                results.put(result.topic().id(), result);
            }
        }
        int failed = 0;
        for (List<Topic> conversation : collection.conversations()) {
            for (TopicResult result : missing(conversation, results.keySet())) {
                results.put(result.topic().id(), result);
                keep.accept(result);
                failed = result.failed() ? failed + 1 : 0;
                if (failed == MAX_FAILED_IN_A_ROW) {
                    throw serverGone(result);
                }
            }
            progress.accept(results.size(), collection.topics().size());
        }
        return collection.topics().stream()
                .map(topic -> results.get(topic.id()))
                .toList();
    }

    private static IbidException serverGone(TopicResult last) {
        return new IbidException(
                IbidException.Code.BUSY,
                "the last " + MAX_FAILED_IN_A_ROW + " questions got no answer: "
                        + last.answer().result().missing()
                        + "; repair the server, then the same command continues from here");
    }

    private List<TopicResult> missing(List<Topic> conversation, Set<String> known) {
        boolean complete = conversation.stream().allMatch(topic -> known.contains(topic.id()));
        return complete ? List.of() : converse(conversation, known);
    }

    /** Asks the topics of a conversation; known topics are asked again only if an unknown one follows. */
    private List<TopicResult> converse(List<Topic> topics, Set<String> known) {
        List<TopicResult> results = new ArrayList<>();
        String broken = "";
        try (Dialogue dialogue = server.converse()) {
            for (Topic topic : topics) {
                Turn turn = broken.isEmpty() ? ask(dialogue, topic) : new Turn.Failed(broken);
                if (turn instanceof Turn.Failed && broken.isEmpty()) {
                    broken = "topic " + topic.id() + ", which it follows, was not answered";
                }
                if (!known.contains(topic.id())) {
                    results.add(result(topic, turn));
                }
            }
        }
        return results;
    }

    /** What became of a question. */
    private sealed interface Turn {

        record Answered(ApiClient.Timed timed) implements Turn {}

        record Failed(String why) implements Turn {}
    }

    private static Turn ask(Dialogue dialogue, Topic topic) {
        try {
            return new Turn.Answered(dialogue.ask(topic.question(), topic.filters()));
        } catch (IbidException failed) {
            return new Turn.Failed(failed.getMessage()); // it does not affect other conversations
        }
    }

    private TopicResult result(Topic topic, Turn turn) {
        try {
            return switch (turn) {
                case Turn.Answered answered -> measure(topic, answered.timed());
                case Turn.Failed failed -> failed(topic, failed.why());
            };
        } catch (IbidException failed) {
            return failed(topic, failed.getMessage());
        }
    }

    private TopicResult measure(Topic topic, ApiClient.Timed timed) {
        AnswerView answer = new AnswerView(timed.answer());
        List<String> found = timed.found().stream().map(ApiClient.Passage::text).toList();
        List<String> breaches = server.breaches(timed.answer());
        Map<String, Tally> scores = scoring.of(topic, answer, timed.found());
        List<JudgedSentence> judged = judging.judge(answer, found, scores);
        List<String> sentences = CitedSentence.of(timed.answer(), server::original).stream()
                .map(CitedSentence::sentence)
                .toList();
        nuggets.score(collection.nuggets(topic.id()), answer.text(), sentences, found, scores);
        List<AnswerBody> alone = alone(topic);
        for (AnswerBody other : alone) {
            scores.put(Measure.AGREE.title, Tally.score(answer.agrees(new AnswerView(other))));
        }
        scores.put(Measure.FAILED.title, Tally.score(0));
        scores.put(Measure.BREACHES.title, Tally.score(breaches.size()));
        withoutUnmeasured(scores, topic, timed.answer());
        List<String> ranking = timed.found().stream().map(ApiClient.Passage::id).toList();
        TopicResult.Millis millis = new TopicResult.Millis(timed.firstMillis(), timed.totalMillis());
        return new TopicResult(topic, timed.answer(), ranking, scores, judged, breaches, millis, alone);
    }

    /** The result of a failed answer: counted as failed, and as 0 in every measure of the topic. */
    private TopicResult failed(Topic topic, String why) {
        AnswerBody answer = withoutOutcome(topic.question(), why);
        Map<String, Tally> scores = scoring.of(topic, new AnswerView(answer), List.of());
        if (topic.answerable() && scores.containsKey(Measure.NUGGETS.title)) {
            scores.put(Measure.UTILISATION.title, Tally.score(0));
            scores.put(Measure.PRECISION.title, Tally.score(0));
        }
        if (!topic.unanswerable()) {
            judging.failed(scores);
        }
        if (!topic.alone().isEmpty()) {
            scores.put(Measure.AGREE.title, Tally.score(0));
        }
        scores.put(Measure.FAILED.title, Tally.score(1));
        withoutUnmeasured(scores, topic, answer);
        TopicResult.Millis none = new TopicResult.Millis(0, 0);
        return new TopicResult(topic, answer, List.of(), scores, List.of(), List.of(), none, List.of());
    }

    /** An empty answer in place of the failed one. */
    private static AnswerBody withoutOutcome(String question, String why) {
        return new AnswerBody(
                new AnswerBody.Asked("", "", null, question, "", null),
                new AnswerBody.Result(null, null, null, "", List.of(), why, null, 0),
                new AnswerBody.Evidence(null, List.of(), List.of(), null, List.of(), List.of(), List.of()),
                new AnswerBody.Provenance(new AnswerBody.Writer("", "", ""), "", null, null, false));
    }

    private List<AnswerBody> alone(Topic topic) {
        if (topic.alone().isEmpty()) {
            return List.of();
        }
        return List.of(ask(topic, topic.alone()));
    }

    /** Asks in a conversation of its own, which is left no trace of. */
    private AnswerBody ask(Topic topic, String question) {
        try (Dialogue dialogue = server.converse()) {
            return dialogue.ask(question, topic.filters()).answer();
        }
    }

    private void withoutUnmeasured(Map<String, Tally> scores, Topic topic, AnswerBody answer) {
        Set<Measure> unmeasured = server.unmeasured(collection.nuggets(topic.id()), answer);
        scores.keySet().removeIf(name -> Measure.named(name).stream().anyMatch(unmeasured::contains));
    }
}
