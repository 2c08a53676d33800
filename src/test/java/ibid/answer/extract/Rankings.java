package ibid.answer.extract;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.rank.AnswerabilityFeature;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceRanker;
import ibid.index.Collection;
import ibid.model.LogisticModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Real rankings over a small collection for tests of the next steps, and a writer with predictable scores: it counts
 * words.
 */
public final class Rankings {

    private Rankings() {}

    public static ExtractiveWriter writer() {
        return writer(
                new LogisticModel<>(0.5, Map.of(AnswerabilityFeature.BEST_SCORE, 0.55))); // on the scale of Caution
    }

    /** The same, which answers however bad the best sentence is. */
    private static ExtractiveWriter boldWriter() {
        return writer(new LogisticModel<>(9, Map.of(AnswerabilityFeature.MARGIN, 0.0)));
    }

    /** The sentences with which the bold writer answers. */
    static List<String> boldAnswers(Collection collection, String question) {
        Draft.Written draft = (Draft.Written) boldWriter().draft(of(collection, question));
        return draft.sentences().stream().map(DraftSentence::text).toList();
    }

    private static ExtractiveWriter writer(LogisticModel<AnswerabilityFeature> answerability) {
        LogisticModel<SentenceFeature> words = new LogisticModel<>(
                -4, Map.of(SentenceFeature.TERM_SHARE, 6.0, SentenceFeature.CONTEXT_TERM_SHARE, 2.0));
        return new ExtractiveWriter(new SentenceRanker(words, words, answerability, Optional.empty()), Caution.USUAL);
    }

    public static Ranking of(Collection collection, String question) {
        return new HybridRetriever(collection.index(), collection.embedder()).retrieve(new Query(question), 12);
    }
}
