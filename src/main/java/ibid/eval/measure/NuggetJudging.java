package ibid.eval.measure;

import ibid.eval.dataset.Nugget;
import ibid.eval.judge.CachingJudge;
import ibid.eval.judge.Judge;
import ibid.eval.statistics.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds nuggets with judges that understand paraphrases, as TREC RAG and RAGChecker do, in addition to string matching.
 * An answer may then hold a nugget in other words or in part. These measures end with the judge's name. One thread at a
 * time.
 */
public final class NuggetJudging {

    private final Map<String, Judge> readers = new LinkedHashMap<>();

    /** @param judges by name; judges that do not understand paraphrases are left out */
    public NuggetJudging(Map<String, Judge> judges) {
        judges.forEach((name, judge) -> {
            if (judge.readsText()) {
                readers.put(name, judge);
            }
        });
    }

    /** @param sentences of the answer; empty if it abstained */
    public void score(
            List<Nugget> nuggets,
            String answer,
            List<String> sentences,
            List<String> found,
            Map<String, Tally> scores) {
        if (!nuggets.isEmpty()) {
            readers.forEach((name, judge) ->
                    score(nuggets, answer, sentences, found, new CachingJudge(judge), "_by_" + name, scores));
        }
    }

    private static void score(
            List<Nugget> nuggets,
            String answer,
            List<String> sentences,
            List<String> found,
            CachingJudge judge,
            String suffix,
            Map<String, Tally> scores) {
        NuggetScore held = NuggetScore.of(nuggets, answer, judge);
        if (nuggets.stream().anyMatch(Nugget::vital)) {
            put(scores, Measure.VITAL, suffix, held.vitalStrict());
            put(scores, Measure.VITAL_GRADED, suffix, held.vital());
        }
        put(scores, Measure.NUGGETS, suffix, held.allStrict());
        put(scores, Measure.WEIGHTED, suffix, held.weightedStrict());
        causes(RagChecker.of(sentences, nuggets.stream().map(Nugget::text).toList(), found, judge), suffix, scores);
        scores.merge(
                Measure.JUDGE_FAILURES.title + suffix,
                Tally.score(judge.failures()),
                (before, more) -> new Tally(before.got() + more.got(), 1));
    }

    private static void causes(RagChecker causes, String suffix, Map<String, Tally> scores) {
        put(scores, Measure.CLAIM_RECALL, suffix, causes.claimRecall());
        put(scores, Measure.CONTEXT_PRECISION, suffix, causes.contextPrecision());
        put(scores, Measure.ANSWER_RECALL, suffix, causes.recall());
        if (causes.claimRecall() > 0) {
            put(scores, Measure.UTILISATION, suffix, causes.contextUtilisation());
        }
        if (causes.answer().isEmpty()) {
            return; // a refusal states nothing that could be right or wrong
        }
        put(scores, Measure.PRECISION, suffix, causes.precision());
        put(scores, Measure.ANSWER_F1, suffix, causes.f1());
        put(scores, Measure.STATED_BY_PASSAGE, suffix, causes.faithfulness());
        put(scores, Measure.HALLUCINATION, suffix, causes.hallucination());
        put(scores, Measure.SELF_KNOWLEDGE, suffix, causes.selfKnowledge());
        put(scores, Measure.NOISE, suffix, causes.noiseSensitivityInRelevant() + causes.noiseSensitivityInIrrelevant());
    }

    private static void put(Map<String, Tally> scores, Measure measure, String suffix, double value) {
        scores.put(measure.title + suffix, Tally.score(value));
    }
}
