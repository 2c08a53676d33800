package ibid.answer.rank;

import ibid.model.LogisticModel;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks sentences as rows of an answer that gathers: the best passages of the search hold most of what is asked for, so
 * that a passage's score counts as well as the sentence's own words. The reader is not asked, because each row holds
 * only a part of the answer.
 */
public final class RowRanker {

    private static final LogisticModel<SentenceFeature> WEIGHTS =
            LogisticModel.read(SentenceFeature.class, "row-ranker.tsv");

    private static final double HALF_WORTH_RANK = 3; // from 0; in long rankings the scores fall more slowly

    private RowRanker() {}

    /** Best first, without what is no statement: questions and stubs. */
    public static List<ScoredCandidate> rank(List<Candidate> candidates) {
        return candidates.stream()
                .filter(RowRanker::isStatement)
                .map(one -> new ScoredCandidate(one, probability(one)))
                .sorted(Comparator.comparingDouble(ScoredCandidate::score).reversed())
                .toList();
    }

    /** The last score is 0, even of a ranking of two passages: there its rank says better what a passage is worth. */
    private static double probability(Candidate one) {
        Map<SentenceFeature, Double> features = new EnumMap<>(one.features());
        double rank = 1 / one.feature(SentenceFeature.RECIPROCAL_RANK) - 1;
        features.merge(SentenceFeature.PASSAGE_SCORE, HALF_WORTH_RANK / (HALF_WORTH_RANK + rank), Math::max);
        return WEIGHTS.probability(features);
    }

    private static boolean isStatement(Candidate one) {
        return one.feature(SentenceFeature.IS_QUESTION) + one.feature(SentenceFeature.IS_STUB) == 0;
    }
}
