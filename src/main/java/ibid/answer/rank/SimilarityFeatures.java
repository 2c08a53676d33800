package ibid.answer.rank;

import java.util.List;
import java.util.Map;

/** Features of similarity: the search's, of the question with a sentence, its neighbours and its passage. */
final class SimilarityFeatures {

    private SimilarityFeatures() {}

    static Map<SentenceFeature, Double> of(PassageSentence sentence) {
        List<Float> similarities = sentence.hit().similarities();
        int at = sentence.ordinal();
        return Map.of(
                SentenceFeature.SENTENCE_SIMILARITY,
                (double) similarities.get(at),
                SentenceFeature.NEIGHBOUR_SIMILARITY,
                (double) Math.max(similarity(similarities, at - 1), similarity(similarities, at + 1)),
                SentenceFeature.PASSAGE_COSINE,
                sentence.hit().leg("dense"),
                SentenceFeature.PASSAGE_SCORE,
                sentence.hit().score(),
                SentenceFeature.RECIPROCAL_RANK,
                1.0 / (sentence.rank() + 1));
    }

    private static float similarity(List<Float> similarities, int at) {
        return at >= 0 && at < similarities.size() ? similarities.get(at) : 0;
    }
}
