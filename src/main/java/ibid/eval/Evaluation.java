package ibid.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks a server every topic, follow-ups in their conversations, and measures each answer. */
public final class Evaluation {

    private static final int FOUND = 10;

    private final TestCollection collection;
    private final Scoring scoring;
    private final Judging judging;
    private final Client client;

    /** @param judges by name; the first one's word counts in the measures' plain names */
    public Evaluation(TestCollection collection, Map<String, Judge> judges, Client client) {
        this.collection = collection;
        this.scoring = new Scoring(collection);
        this.judging = new Judging(judges);
        this.client = client;
    }

    /**
     * Asks some questions for nothing, so that the times of the others are those of a server that has been running.
     *
     * @param most how many; none of a language model, which would write each answer twice
     */
    public void warmUp(int most, BiConsumer<Integer, Integer> progress) {
        List<Topic> some = collection.topics().stream().limit(most).toList();
        for (int at = 0; at < some.size(); at++) {
            client.forget(client.ask(some.get(at).question(), Optional.empty(), some.get(at).filters()).answer().path("conversation_id").asText());
            progress.accept(at + 1, some.size());
        }
    }

    /**
     * @param done     results of the same topics from before; a conversation of which any is missing is asked anew from its start
     * @param keep     given each new result as soon as it is there
     * @param progress told how many of how many topics are done
     * @return a result for each topic, in the order of the topics
     */
    public List<Result> run(List<Result> done, Consumer<Result> keep, BiConsumer<Integer, Integer> progress) {
        Map<String, Result> results = new HashMap<>();
        done.forEach(result -> results.put(result.topic().id(), result));
        int asked = 0;
        for (List<Topic> conversation : collection.conversations()) {
            if (conversation.stream().anyMatch(topic -> !results.containsKey(topic.id()))) {
                for (Result result : converse(conversation)) {
                    results.put(result.topic().id(), result);
                    keep.accept(result);
                }
            }
            asked += conversation.size();
            progress.accept(asked, collection.topics().size());
        }
        return collection.topics().stream().map(topic -> results.get(topic.id())).toList();
    }

    private List<Result> converse(List<Topic> topics) {
        Optional<String> conversation = Optional.empty();
        List<Result> results = new ArrayList<>();
        for (Topic topic : topics) {
            Client.Timed timed = client.ask(topic.question(), conversation, topic.filters());
            conversation = Optional.of(timed.answer().path("conversation_id").asText());
            results.add(measure(topic, timed));
        }
        conversation.ifPresent(client::forget);
        return results;
    }

    private Result measure(Topic topic, Client.Timed timed) {
        AnswerView answer = new AnswerView(timed.answer());
        List<Client.Passage> found = client.search(timed.answer().path("query").asText(), FOUND, topic.filters());
        List<String> breaches = new ArrayList<>(Invariants.breaches(timed.answer(), client::text));
        if (!client.answer(timed.answer().path("id").asText()).equals(timed.answer())) breaches.add("the stored answer differs from the streamed one");
        Map<String, Tally> scores = scoring.of(topic, answer, found);
        List<Result.Judged> judged = judging.judge(answer, found.stream().map(Client.Passage::text).toList(), scores);
        Optional<JsonNode> alone = alone(topic);
        alone.ifPresent(other -> scores.put(Measure.AGREE.title, Tally.score(answer.agrees(new AnswerView(other)))));
        scores.put(Measure.BREACHES.title, Tally.score(breaches.size()));
        return new Result(topic, timed.answer(), found.stream().map(Client.Passage::id).toList(), scores, judged, breaches, new Result.Millis(timed.firstMillis(), timed.totalMillis()), alone);
    }

    private Optional<JsonNode> alone(Topic topic) {
        if (topic.alone().isEmpty()) return Optional.empty();
        JsonNode answer = client.ask(topic.alone(), Optional.empty(), topic.filters()).answer();
        client.forget(answer.path("conversation_id").asText());
        return Optional.of(answer);
    }
}
