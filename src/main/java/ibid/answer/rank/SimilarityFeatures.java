package ibid.answer.rank;

import java.util.List;
import java.util.Map;

/** Features of similarity: the search's cosines of the question with a sentence, its neighbours and its passage. */
final class SimilarityFeatures {

    private SimilarityFeatures() {}

    static Map<SentenceFeature, Double> of(PassageSentence sentence) {
        List<Float> cosines = sentence.hit().cosines();
        int at = sentence.ordinal();
        return Map.of(
                SentenceFeature.SENTENCE_COSINE,
                (double) cosines.get(at),
                SentenceFeature.NEIGHBOUR_COSINE,
                (double) Math.max(cosine(cosines, at - 1), cosine(cosines, at + 1)),
                SentenceFeature.PASSAGE_COSINE,
                sentence.hit().leg("dense"),
                SentenceFeature.PASSAGE_SCORE,
                sentence.hit().score(),
                SentenceFeature.RECIPROCAL_RANK,
                1.0 / (sentence.rank() + 1));
    }

    private static float cosine(List<Float> cosines, int at) {
        return at >= 0 && at < cosines.size() ? cosines.get(at) : 0;
    }
}
