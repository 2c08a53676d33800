package ibid.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Joins the two legs: each leg's scores are stretched to 0..1 over what it found and averaged with a weight; a leg that did not find
 * a passage gives it 0. Chosen over reciprocal ranks on our own topics: eval/README.md, "Fusion".
 */
final class Fusion {

    private static final double WORDS_WEIGHT = 0.4;

    record Fused(int document, double score, List<Leg> legs) {}

    private Fusion() {}

    /** Best first; equal scores in order of the document. */
    static List<Fused> fuse(List<ScoreDoc> words, List<ScoreDoc> meaning) {
        Map<Integer, Leg> wordLegs = legs("bm25", words);
        Map<Integer, Leg> meaningLegs = legs("dense", meaning);
        Map<Integer, Double> scores = new LinkedHashMap<>();
        stretched(words).forEach((document, score) -> scores.merge(document, WORDS_WEIGHT * score, Double::sum));
        stretched(meaning).forEach((document, score) -> scores.merge(document, (1 - WORDS_WEIGHT) * score, Double::sum));
        List<Fused> fused = new ArrayList<>();
        scores.forEach((document, score) -> fused.add(new Fused(document, score,
                List.of(wordLegs.getOrDefault(document, new Leg("bm25", 0, 0)), meaningLegs.getOrDefault(document, new Leg("dense", 0, 0))))));
        fused.sort(Comparator.comparingDouble(Fused::score).reversed().thenComparingInt(Fused::document));
        return fused;
    }

    private static Map<Integer, Leg> legs(String name, List<ScoreDoc> found) {
        Map<Integer, Leg> legs = new LinkedHashMap<>();
        for (ScoreDoc hit : found) legs.put(hit.doc, new Leg(name, hit.score, legs.size() + 1));
        return legs;
    }

    /** Scores from 0 (the last found) to 1 (the first); a lone hit gets 1. */
    private static Map<Integer, Double> stretched(List<ScoreDoc> found) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        if (found.isEmpty()) return scores;
        double top = found.getFirst().score, bottom = found.getLast().score;
        for (ScoreDoc hit : found) scores.put(hit.doc, top == bottom ? 1 : (hit.score - bottom) / (top - bottom));
        return scores;
    }
}
