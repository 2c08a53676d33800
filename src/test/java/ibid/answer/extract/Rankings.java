package ibid.answer.extract;

import ibid.answer.rank.AnswerabilityFeature;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceRanker;
import ibid.index.Collection;
import ibid.model.LogisticModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.util.Map;
import java.util.Optional;

/**
 * Real rankings over a small collection for tests of the next steps, and a writer with predictable scores: it counts
 * words.
 */
public final class Rankings {

    private Rankings() {}

    public static ExtractiveWriter writer() {
        LogisticModel<SentenceFeature> words = new LogisticModel<>(
                -4, Map.of(SentenceFeature.TERM_SHARE, 6.0, SentenceFeature.CONTEXT_TERM_SHARE, 2.0));
        LogisticModel<AnswerabilityFeature> best = new LogisticModel<>(0, Map.of(AnswerabilityFeature.BEST_SCORE, 1.0));
        return new ExtractiveWriter(new SentenceRanker(words, words, best, Optional.empty()), Caution.USUAL);
    }

    public static Ranking of(Collection collection, String question) {
        return new HybridRetriever(collection.index(), collection.embedder()).retrieve(new Query(question), 12);
    }
}
