package ibid.answer.selection;

import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.model.LogisticModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sentence that may be shown beside the best one. Its score alone tells less whether it answers too (area under the
 * curve 0.785) than these features (0.828, by ten folds of the starter topics).
 */
public record FurtherSentence(ScoredCandidate sentence, ScoredCandidate best, boolean asksFact) {

    private static final LogisticModel<FurtherFeature> WEIGHTS =
            LogisticModel.read(FurtherFeature.class, "further-sentence.tsv");
    private static final int MAX_GAP_CHARS = 2; // between a sentence and the next

    /** The probability that it answers. */
    public double probability() {
        return WEIGHTS.probability(features());
    }

    private Map<FurtherFeature, Double> features() {
        Map<FurtherFeature, Double> features = new EnumMap<>(FurtherFeature.class);
        Candidate candidate = sentence.candidate();
        features.put(FurtherFeature.SCORE, sentence.logOdds());
        features.put(FurtherFeature.BEST_SCORE, best.logOdds());
        features.put(FurtherFeature.ASKS_FACT, asksFact ? 1.0 : 0.0);
        features.put(FurtherFeature.FOLLOWS_BEST, followsBest() ? 1.0 : 0.0);
        features.put(FurtherFeature.SIMILARITY, best.computeSimilarity(sentence));
        features.put(FurtherFeature.READER_SENTENCE, candidate.feature(SentenceFeature.READER_SENTENCE));
        features.put(FurtherFeature.READER_WORD, candidate.feature(SentenceFeature.READER_WORD));
        features.put(FurtherFeature.CONTEXT_TERM_SHARE, candidate.feature(SentenceFeature.CONTEXT_TERM_SHARE));
        return features;
    }

    /** By name, as {@code src/train/further.py} reads them. */
    public Map<String, Double> namedFeatures() {
        Map<String, Double> named = new TreeMap<>();
        features().forEach((feature, value) -> named.put(feature.name(), value));
        return named;
    }

    private boolean followsBest() {
        int gap = sentence.span().start() - best.span().end();
        return sentence.isOfSameArticle(best) && gap >= 0 && gap <= MAX_GAP_CHARS;
    }
}
