package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.eval.client.AnswerView;
import ibid.eval.client.ApiClient;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.run.Results;
import ibid.eval.statistics.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerScoringTest {

    private static final Topic TOPIC = Results.topic("t1", "fact", "answered"),
            NONE = Results.topic("t2", "unanswerable", "abstained"),
            UNKNOWN = Results.topic("t3", "fact", "");
    private static final Nugget
            SAID =
                    new Nugget(
                            "t1",
                            "t1.1",
                            "Two came",
                            true,
                            List.of(List.of("two")),
                            List.of(new Nugget.Evidence("ferry", "Two came."))),
            QUOTED =
                    new Nugget(
                            "t1",
                            "t1.2",
                            "It rained",
                            false,
                            List.of(),
                            List.of(new Nugget.Evidence("ferry", "It rained.")));
    private static final AnswerScoring SCORING = new AnswerScoring(
            new TestCollection(
                    List.of(TOPIC, NONE, UNKNOWN),
                    List.of(SAID, QUOTED),
                    new Qrels(Map.of("t1", Map.of("ferry#0", 2)))),
            article -> article.equals("ferry-copied") ? "ferry" : article);
    private static final List<ApiClient.Passage> FOUND = List.of(
            new ApiClient.Passage("other#1", "Nothing."), new ApiClient.Passage("ferry#0", "Two came. It rained."));

    private static Map<String, Tally> scores(Topic topic, ObjectNode answer) {
        return SCORING.of(topic, new AnswerView(Results.body(answer)), FOUND);
    }

    @Test
    void aNuggetIsFoundByItsWordsOrElseByItsQuote() {
        assertThat(scores(TOPIC, Results.answer("answered", "Two came.")))
                .containsEntry("vital_nuggets", new Tally(1, 1))
                .containsEntry("all_nuggets", new Tally(0.5, 1));
        assertThat(scores(TOPIC, Results.answer("answered", "It rained.")))
                .containsEntry("vital_nuggets", new Tally(0, 1))
                .containsEntry("all_nuggets", new Tally(0.5, 1))
                .containsEntry("weighted_nuggets", new Tally(1.0 / 3, 1));
    }

    @Test
    void aRefusalOfATopicWithAnAnswerScoresNothingAndIsNotSkipped() {
        assertThat(scores(TOPIC, Results.answer("abstained", "")))
                .containsEntry("vital_nuggets", new Tally(0, 1))
                .containsEntry("gold_first_or_second", new Tally(0, 1))
                .containsEntry("refused_of_answerable", new Tally(1, 1))
                .containsEntry("outcome_right", new Tally(0, 1))
                .containsEntry("refusal_precision", new Tally(0, 1))
                .containsEntry("mrr@10", new Tally(0.5, 1));
    }

    @Test
    void aTopicWithoutAnAnswerHasOnlyItsOutcome() {
        assertThat(scores(NONE, Results.answer("abstained", "")).keySet())
                .containsExactlyInAnyOrder(
                        "outcome_right",
                        "refused_of_unanswerable",
                        "refusal_precision",
                        "refusals_with_nearest",
                        "refusals_with_suggestions");
    }

    @Test
    void topicsWithoutAnExpectedOutcomeAreNotScoredByIt() {
        assertThat(scores(UNKNOWN, Results.answer("answered", "Two came."))).containsOnlyKeys("sentences_per_answer");
    }

    @Test
    void faultsOfSearchAndWriterAreDistinguished() {
        assertThat(scores(TOPIC, Results.answer("answered", "Nothing.")))
                .containsEntry("claim_recall", new Tally(1, 1))
                .containsEntry("context_utilisation", new Tally(0, 1))
                .containsEntry("answer_precision", new Tally(0, 1));
        assertThat(SCORING.of(
                        TOPIC, new AnswerView(Results.body(Results.answer("abstained", ""))), FOUND.subList(0, 1)))
                .containsEntry("claim_recall", new Tally(0, 1))
                .doesNotContainKey("context_utilisation");
    }

    /** A fragment of the words, such as “It”, does not count; half of them do. */
    @Test
    void wordsOfANuggetCountWhereAFootnoteQuotesHalfOfThemInAnyCopyOfTheirArticle() {
        assertThat(scores(TOPIC, quoting("ferry", "It"))).containsEntry("all_nuggets", new Tally(0, 1));
        assertThat(scores(TOPIC, quoting("ferry", "He said: it rained")))
                .containsEntry("all_nuggets", new Tally(0.5, 1));
        assertThat(scores(TOPIC, quoting("ferry-copied", "It  rained.")))
                .containsEntry("all_nuggets", new Tally(0.5, 1));
        assertThat(scores(TOPIC, quoting("other", "It rained."))).containsEntry("all_nuggets", new Tally(0, 1));
    }

    private static ObjectNode quoting(String article, String exact) {
        ObjectNode answer = Results.answer("answered", exact);
        ((ObjectNode) answer.path("footnotes").path(0).path("article")).put("id", article);
        return answer;
    }

    @Test
    void nearestPassagesAndSuggestionsOfARefusalAreCounted() {
        ObjectNode refusal = Results.answer("abstained", "");
        refusal.putArray("nearest").addObject().put("passage_id", "ferry#0");
        assertThat(scores(NONE, refusal))
                .containsEntry("refusals_with_nearest", new Tally(1, 1))
                .containsEntry("refusals_with_suggestions", new Tally(0, 1));
    }

    @Test
    void twoAnswersAgreeWhereTheyQuoteTheSameWords() {
        AnswerView two = new AnswerView(Results.body(Results.answer("answered", "Two came."))),
                refusal = new AnswerView(Results.body(Results.answer("abstained", "")));
        ObjectNode elsewhere = Results.answer("answered", "Two came.");
        ((ObjectNode) elsewhere.path("footnotes").path(0).path("quote"))
                .put("start", 900)
                .put("end", 909);
        assertThat(two.agrees(two)).isTrue();
        assertThat(two.agrees(new AnswerView(Results.body(elsewhere)))).isFalse();
        assertThat(two.agrees(refusal)).isFalse();
        assertThat(refusal.agrees(refusal)).isTrue();
    }
}
