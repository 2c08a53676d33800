package ibid.eval.measure;

import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.eval.client.AnswerView;
import ibid.eval.client.ApiClient;
import ibid.eval.client.Quotations;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.statistics.Tally;
import ibid.verify.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Computes the measures of one answer that need no judge: of the search, of the nuggets in the answer, and of refusals.
 */
public final class AnswerScoring {

    private final TestCollection collection;
    private final UnaryOperator<String> origin;

    /** @param origin maps an article to the one it copies, or to itself, so that a quote from any copy counts */
    public AnswerScoring(TestCollection collection, UnaryOperator<String> origin) {
        this.collection = collection;
        this.origin = origin;
    }

    /**
     * The tallies by measure. A measure that is not defined for the topic is absent; a refusal is scored and not
     * skipped.
     */
    public Map<String, Tally> of(Topic topic, AnswerView answer, List<ApiClient.Passage> found) {
        Map<String, Tally> scores = new LinkedHashMap<>();
        search(topic, found.stream().map(ApiClient.Passage::id).toList(), scores);
        outcome(topic, answer, scores);
        List<Nugget> nuggets = collection.nuggets(topic.id());
        if (!nuggets.isEmpty()) {
            nuggets(nuggets, answer, scores);
            if (topic.answerable()) {
                put(scores, Measure.GOLD_EARLY, Tally.score(quotesGoldEarly(nuggets, answer)));
            }
            causes(nuggets, answer, found, scores);
        }
        return scores;
    }

    private void search(Topic topic, List<String> ranking, Map<String, Tally> scores) {
        Map<String, Integer> judged = collection.qrels().of(topic.id());
        if (judged.values().stream().noneMatch(grade -> grade > 0)) {
            return;
        }
        put(scores, Measure.RECALL, Tally.score(Recall.at(5, ranking, judged)));
        put(scores, Measure.NDCG, Tally.score(Ndcg.at(10, ranking, judged)));
        put(scores, Measure.MRR, Tally.score(ReciprocalRank.of(ranking, judged)));
        put(scores, Measure.MAP, Tally.score(AveragePrecision.of(ranking, judged)));
    }

    private static void outcome(Topic topic, AnswerView answer, Map<String, Tally> scores) {
        boolean refused = answer.abstained();
        if (refused) {
            put(
                    scores,
                    Measure.NEAREST,
                    Tally.score(!answer.body().evidence().nearest().isEmpty()));
            put(
                    scores,
                    Measure.SUGGESTIONS,
                    Tally.score(!answer.body().evidence().suggestions().isEmpty()));
        } else if (!answer.sentences().isEmpty()) {
            put(scores, Measure.SENTENCES, Tally.score(answer.sentences().size()));
        }
        if (topic.outcome().isEmpty()) {
            return;
        }
        put(scores, Measure.OUTCOME, Tally.score(answer.outcome().equals(topic.outcome())));
        put(scores, topic.unanswerable() ? Measure.REFUSED_RIGHTLY : Measure.REFUSED_WRONGLY, Tally.score(refused));
        if (refused) {
            put(scores, Measure.REFUSAL_PRECISION, Tally.score(topic.unanswerable()));
        }
    }

    private void nuggets(List<Nugget> nuggets, AnswerView answer, Map<String, Tally> scores) {
        NuggetScore score = new NuggetScore(
                nuggets.stream().map(nugget -> assigned(nugget, answer)).toList());
        if (nuggets.stream().anyMatch(Nugget::vital)) {
            put(scores, Measure.VITAL, Tally.score(score.vitalStrict()));
        }
        put(scores, Measure.NUGGETS, Tally.score(score.allStrict()));
        put(scores, Measure.WEIGHTED, Tally.score(score.weightedStrict()));
    }

    private NuggetScore.Assigned assigned(Nugget nugget, AnswerView answer) {
        Support support = isHeld(nugget, answer) ? Support.FULL : Support.NONE;
        return new NuggetScore.Assigned(nugget.vital(), support);
    }

    private boolean isHeld(Nugget nugget, AnswerView answer) {
        return nugget.accept().isEmpty() ? isCited(nugget, answer.footnotes()) : nugget.foundIn(answer.text());
    }

    private boolean isCited(Nugget nugget, List<FootnoteBody> footnotes) {
        return footnotes.stream()
                .anyMatch(footnote -> nugget.evidence().stream()
                        .anyMatch(gold -> Quotations.containEvidence(footnote, gold, origin)));
    }

    private boolean quotesGoldEarly(List<Nugget> nuggets, AnswerView answer) {
        return answer.sentences().stream()
                .limit(2)
                .anyMatch(sentence -> nuggets.stream().anyMatch(nugget -> isCited(nugget, answer.footnotes(sentence))));
    }

    /**
     * RAGChecker with string matching instead of a judge: a passage entails the nuggets it contains and the sentences
     * that cite it.
     */
    private void causes(
            List<Nugget> nuggets, AnswerView answer, List<ApiClient.Passage> found, Map<String, Tally> scores) {
        List<ApiClient.Passage> cited = answer.footnotes().stream()
                .filter(footnote ->
                        found.stream().noneMatch(passage -> passage.id().equals(footnote.passageId())))
                .map(footnote -> new ApiClient.Passage(
                        footnote.passageId(), footnote.quote().exact()))
                .distinct()
                .toList();
        List<ApiClient.Passage> passages =
                Stream.concat(found.stream(), cited.stream()).toList();
        List<RagChecker.ClaimEvidence> expected = nuggets.stream()
                .map(nugget -> new RagChecker.ClaimEvidence(
                        isHeld(nugget, answer),
                        passages.stream()
                                .map(passage -> holdsNugget(passage, nugget))
                                .toList()))
                .toList();
        List<RagChecker.ClaimEvidence> given = answer.sentences().stream()
                .map(sentence -> given(sentence, nuggets, answer, passages))
                .toList();
        RagChecker causes = new RagChecker(given, expected, passages.size(), 0);
        put(scores, Measure.CLAIM_RECALL, Tally.score(causes.claimRecall()));
        put(scores, Measure.CONTEXT_PRECISION, Tally.score(causes.contextPrecision()));
        if (causes.claimRecall() > 0) {
            put(scores, Measure.UTILISATION, Tally.score(causes.contextUtilisation()));
        }
        if (!given.isEmpty()) {
            put(scores, Measure.PRECISION, Tally.score(causes.precision()));
        }
    }

    private RagChecker.ClaimEvidence given(
            SentenceBody sentence, List<Nugget> nuggets, AnswerView answer, List<ApiClient.Passage> passages) {
        List<FootnoteBody> footnotes = answer.footnotes(sentence);
        boolean right = nuggets.stream()
                .anyMatch(nugget ->
                        isCited(nugget, footnotes) || !nugget.accept().isEmpty() && nugget.foundIn(sentence.text()));
        List<Boolean> cited =
                passages.stream().map(passage -> isCited(passage, footnotes)).toList();
        return new RagChecker.ClaimEvidence(right, cited);
    }

    private static boolean isCited(ApiClient.Passage passage, List<FootnoteBody> footnotes) {
        return footnotes.stream().anyMatch(footnote -> footnote.passageId().equals(passage.id()));
    }

    private static boolean holdsNugget(ApiClient.Passage passage, Nugget nugget) {
        return nugget.evidence().stream().anyMatch(gold -> passage.text().contains(gold.exact()))
                || !nugget.accept().isEmpty() && nugget.foundIn(passage.text());
    }

    private static void put(Map<String, Tally> scores, Measure measure, Tally tally) {
        scores.put(measure.title, tally);
    }
}
