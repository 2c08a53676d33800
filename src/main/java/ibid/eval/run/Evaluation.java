package ibid.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.eval.client.AnswerView;
import ibid.eval.client.ApiClient;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.judge.ServerJudge;
import ibid.eval.measure.AnswerScoring;
import ibid.eval.measure.Invariants;
import ibid.eval.measure.Judging;
import ibid.eval.measure.Measure;
import ibid.eval.measure.NuggetJudging;
import ibid.eval.measure.StatedSupport;
import ibid.eval.statistics.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks a server every topic, follow-ups in their conversations, and measures each answer. */
public final class Evaluation {

    private static final int MOST_FAILED = 10; // answers in a row that do not come: then the server is gone

    private final TestCollection collection;
    private final AnswerScoring scoring;
    private final Judging judging;
    private final NuggetJudging nuggets;
    private final ApiClient client;

    /** @param judges by name; the first one's word counts in the measures' plain names */
    public Evaluation(TestCollection collection, Map<String, Judge> judges, ApiClient client) {
        this.collection = collection;
        this.scoring = new AnswerScoring(
                collection,
                article -> client.original(article).map(OriginalArticle::origin).orElse(article));
        this.judging = new Judging(judges, client::original);
        this.nuggets = new NuggetJudging(judges);
        this.client = client;
    }

    /**
     * Asks some questions for nothing, so that the times of the others are those of a server that has been running, and has it find what it suggests.
     *
     * @param most how many; none of a language model, which would write each answer twice
     */
    public void warmUp(int most, BiConsumer<Integer, Integer> progress) {
        List<Topic> some = collection.topics().stream().limit(most).toList();
        try {
            if (most > 0) client.suggest();
            for (int at = 0; at < some.size(); at++) {
                forget(client.ask(
                                some.get(at).question(),
                                Optional.empty(),
                                some.get(at).filters())
                        .answer()
                        .path("conversation_id")
                        .asText());
                progress.accept(at + 1, some.size());
            }
        } catch (IbidException failed) {
            return; // it will fail again where it counts
        }
    }

    /**
     * @param done     results of the same topics from before; those before a missing or failed one in its conversation are asked again, and keep their results
     * @param keep     given each new result as soon as it is there
     * @param progress told how many of how many topics are done
     * @return a result for each topic, in the order of the topics
     */
    public List<TopicResult> run(
            List<TopicResult> done, Consumer<TopicResult> keep, BiConsumer<Integer, Integer> progress) {
        Map<String, TopicResult> results = new HashMap<>();
        done.stream()
                .filter(result -> !result.failed())
                .forEach(result -> results.put(result.topic().id(), result));
        int failed = 0;
        for (List<Topic> conversation : collection.conversations()) {
            if (conversation.stream().anyMatch(topic -> !results.containsKey(topic.id()))) {
                for (TopicResult result : converse(conversation, results.keySet())) {
                    results.put(result.topic().id(), result);
                    keep.accept(result);
                    failed = result.failed() ? failed + 1 : 0;
                    if (failed == MOST_FAILED)
                        throw new IbidException(
                                IbidException.Code.BUSY,
                                "the last " + failed + " questions got no answer: "
                                        + result.answer().path("missing").asText()
                                        + "; when the server is well again, the same command goes on from here");
                }
            }
            progress.accept(results.size(), collection.topics().size());
        }
        return collection.topics().stream()
                .map(topic -> results.get(topic.id()))
                .toList();
    }

    /** Asks all of a conversation; what is known already is asked again only for what follows it. */
    private List<TopicResult> converse(List<Topic> topics, Set<String> known) {
        Optional<String> conversation = Optional.empty();
        Optional<String> broken = Optional.empty();
        List<TopicResult> results = new ArrayList<>();
        for (Topic topic : topics) {
            Optional<ApiClient.Timed> asked = Optional.empty();
            try {
                if (broken.isPresent()) throw new IbidException(IbidException.Code.BUSY, broken.get());
                asked = Optional.of(client.ask(topic.question(), conversation, topic.filters()));
                conversation =
                        Optional.of(asked.get().answer().path("conversation_id").asText());
                if (!known.contains(topic.id())) results.add(measure(topic, asked.get()));
            } catch (IbidException failed) { // an answer that does not come says nothing of the others
                if (asked.isEmpty())
                    broken = Optional.of("topic " + topic.id() + ", which it follows, was not answered");
                if (!known.contains(topic.id())) results.add(failed(topic, failed.getMessage()));
            }
        }
        conversation.ifPresent(this::forget);
        return results;
    }

    private void forget(String conversation) {
        try {
            client.forget(conversation);
        } catch (IbidException failed) {
            return; // a conversation that stays behind spoils no measure
        }
    }

    private TopicResult measure(Topic topic, ApiClient.Timed timed) {
        AnswerView answer = new AnswerView(timed.answer());
        List<String> found = timed.found().stream().map(ApiClient.Passage::text).toList();
        List<String> breaches = new ArrayList<>(Invariants.breaches(timed.answer(), client::original));
        breaches.addAll(new StatedSupport(client::original, new ServerJudge(client)).breaches(timed.answer()));
        if (!client.answer(timed.answer().path("id").asText()).equals(timed.answer()))
            breaches.add("the stored answer differs from the streamed one");
        Map<String, Tally> scores = scoring.of(topic, answer, timed.found());
        List<JudgedSentence> judged = judging.judge(answer, found, scores);
        nuggets.score(
                collection.nuggets(topic.id()),
                answer.text(),
                CitedSentence.of(timed.answer(), client::original).stream()
                        .map(CitedSentence::sentence)
                        .toList(),
                found,
                scores);
        Optional<JsonNode> alone = alone(topic);
        alone.ifPresent(other -> scores.put(Measure.AGREE.title, Tally.score(answer.agrees(new AnswerView(other)))));
        scores.put(Measure.FAILED.title, Tally.score(0));
        scores.put(Measure.BREACHES.title, Tally.score(breaches.size()));
        return new TopicResult(
                topic,
                timed.answer(),
                timed.found().stream().map(ApiClient.Passage::id).toList(),
                scores,
                judged,
                breaches,
                new TopicResult.Millis(timed.firstMillis(), timed.totalMillis()),
                alone);
    }

    /** Counted as failed, and as nothing in every measure that an answer would have had. */
    private TopicResult failed(Topic topic, String why) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("outcome", TopicResult.FAILED)
                .put("text", "")
                .put("missing", why);
        Map<String, Tally> scores = scoring.of(topic, new AnswerView(answer), List.of());
        if (topic.answerable())
            for (Measure measure : List.of(Measure.UTILISATION, Measure.PRECISION))
                if (scores.containsKey(Measure.NUGGETS.title)) scores.put(measure.title, Tally.score(0));
        if (!topic.unanswerable()) judging.failed(scores);
        if (!topic.alone().isEmpty()) scores.put(Measure.AGREE.title, Tally.score(0));
        scores.put(Measure.FAILED.title, Tally.score(1));
        return new TopicResult(
                topic, answer, List.of(), scores, List.of(), List.of(), new TopicResult.Millis(0, 0), Optional.empty());
    }

    private Optional<JsonNode> alone(Topic topic) {
        if (topic.alone().isEmpty()) return Optional.empty();
        JsonNode answer =
                client.ask(topic.alone(), Optional.empty(), topic.filters()).answer();
        forget(answer.path("conversation_id").asText());
        return Optional.of(answer);
    }
}
