package ibid.eval.run;

import ibid.IbidException;
import ibid.api.AnswerBody;
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

    /** So many questions in a row without an answer mean that the server is gone. */
    private static final int MAX_FAILED_IN_A_ROW = 10;

    private final TestCollection collection;
    private final AnswerScoring scoring;
    private final Judging judging;
    private final NuggetJudging nuggets;
    private final ApiClient client;

    /** @param judges by name; the verdicts of the first one count in the measures' plain names */
    public Evaluation(TestCollection collection, Map<String, Judge> judges, ApiClient client) {
        this.collection = collection;
        this.scoring = new AnswerScoring(collection, article -> origin(client, article));
        this.judging = new Judging(judges, client::original);
        this.nuggets = new NuggetJudging(judges);
        this.client = client;
    }

    private static String origin(ApiClient client, String article) {
        return client.original(article).map(OriginalArticle::origin).orElse(article);
    }

    /**
     * Asks some questions that do not count, so that the times of the others are those of a server that has been
     * running, and has it find what it suggests.
     *
     * @param max how many; 0 for a language model, which would write each answer twice
     */
    public void warmUp(int max, BiConsumer<Integer, Integer> progress) {
        if (max == 0) {
            return;
        }
        List<Topic> some = collection.topics().stream().limit(max).toList();
        try {
            client.suggest();
            for (int at = 0; at < some.size(); at++) {
                Topic topic = some.get(at);
                ApiClient.Timed asked = client.ask(topic.question(), Optional.empty(), topic.filters());
                forget(asked.answer().asked().conversationId());
                progress.accept(at + 1, some.size());
            }
        } catch (IbidException failed) {
            return; // it will fail again where it counts
        }
    }

    /**
     * @param done     earlier results of the same topics; those before a missing or failed one in its conversation are
     *                 asked again, and keep their results
     * @param keep     given each new result as soon as there is one
     * @param progress given how many of how many topics are done
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
                        + "; when the server is well again, the same command continues from here");
    }

    private List<TopicResult> missing(List<Topic> conversation, Set<String> known) {
        boolean complete = conversation.stream().allMatch(topic -> known.contains(topic.id()));
        return complete ? List.of() : converse(conversation, known);
    }

    /** Asks all of a conversation; what is known already is asked again only for what follows it. */
    private List<TopicResult> converse(List<Topic> topics, Set<String> known) {
        Optional<String> conversation = Optional.empty();
        Optional<String> broken = Optional.empty();
        List<TopicResult> results = new ArrayList<>();
        for (Topic topic : topics) {
            boolean wanted = !known.contains(topic.id());
            if (broken.isPresent()) {
                if (wanted) {
                    results.add(failed(topic, broken.get()));
                }
                continue;
            }
            Optional<ApiClient.Timed> asked = Optional.empty();
            try {
                asked = Optional.of(client.ask(topic.question(), conversation, topic.filters()));
                conversation = Optional.of(asked.get().answer().asked().conversationId());
                if (wanted) {
                    results.add(measure(topic, asked.get()));
                }
            } catch (IbidException failed) {
                // An answer that does not come says nothing of other conversations.
                if (wanted) {
                    results.add(failed(topic, failed.getMessage()));
                }
            }
            if (asked.isEmpty()) {
                broken = Optional.of("topic " + topic.id() + ", which it follows, was not answered");
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
        List<String> breaches = breaches(timed.answer());
        Map<String, Tally> scores = scoring.of(topic, answer, timed.found());
        List<JudgedSentence> judged = judging.judge(answer, found, scores);
        List<String> sentences = CitedSentence.of(timed.answer(), client::original).stream()
                .map(CitedSentence::sentence)
                .toList();
        nuggets.score(collection.nuggets(topic.id()), answer.text(), sentences, found, scores);
        List<AnswerBody> alone = alone(topic);
        for (AnswerBody other : alone) {
            scores.put(Measure.AGREE.title, Tally.score(answer.agrees(new AnswerView(other))));
        }
        scores.put(Measure.FAILED.title, Tally.score(0));
        scores.put(Measure.BREACHES.title, Tally.score(breaches.size()));
        List<String> ranking = timed.found().stream().map(ApiClient.Passage::id).toList();
        TopicResult.Millis millis = new TopicResult.Millis(timed.firstMillis(), timed.totalMillis());
        return new TopicResult(topic, timed.answer(), ranking, scores, judged, breaches, millis, alone);
    }

    private List<String> breaches(AnswerBody answer) {
        List<String> breaches = new ArrayList<>(Invariants.breaches(answer, client::original));
        breaches.addAll(new StatedSupport(client::original, new ServerJudge(client)).breaches(answer));
        boolean stored = client.answer(answer.id()).equals(answer);
        if (!stored) {
            breaches.add("the stored answer differs from the streamed one");
        }
        return breaches;
    }

    /** Counted as failed, and as nothing in every measure that an answer would have had. */
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
        TopicResult.Millis none = new TopicResult.Millis(0, 0);
        return new TopicResult(topic, answer, List.of(), scores, List.of(), List.of(), none, List.of());
    }

    /** Stands for the answer that did not come. */
    private static AnswerBody withoutOutcome(String question, String why) {
        return new AnswerBody(
                new AnswerBody.Asked("", "", null, question, "", null),
                new AnswerBody.Result(null, null, null, "", List.of(), why, null, 0),
                new AnswerBody.Evidence(List.of(), List.of(), null, List.of(), List.of()),
                new AnswerBody.Provenance(new AnswerBody.Writer("", "", ""), "", null, null));
    }

    private List<AnswerBody> alone(Topic topic) {
        if (topic.alone().isEmpty()) {
            return List.of();
        }
        AnswerBody answer =
                client.ask(topic.alone(), Optional.empty(), topic.filters()).answer();
        forget(answer.asked().conversationId());
        return List.of(answer);
    }
}
