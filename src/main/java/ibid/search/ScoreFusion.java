package ibid.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Fuses the legs: scales each leg's scores to 0..1 and takes their weighted average. A leg that did not find a passage
 * gives it 0. Chosen over reciprocal ranks: eval/journal.md, "Fusion".
 */
final class ScoreFusion {

    static final double WORDS_WEIGHT = 0.4;
    static final double MEANING_WEIGHT = 0.3;
    static final double SENTENCES_WEIGHT = 0.3;
    private static final int NOT_FOUND = -1;

    record Fused(int document, double score, List<LegScore> legs) {

        static final Comparator<Fused> BEST_FIRST =
                Comparator.comparingDouble(Fused::score).reversed();

        Fused withScore(double other) {
            return new Fused(document, other, legs);
        }
    }

    private ScoreFusion() {}

    /** Best first; equal scores in order of the document. */
    static List<Fused> fuse(List<ScoreDoc> words, List<ScoreDoc> meaning, List<ScoreDoc> sentences) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        add(scores, WORDS_WEIGHT, words);
        add(scores, MEANING_WEIGHT, meaning);
        add(scores, SENTENCES_WEIGHT, sentences);
        return sorted(scores, List.of(legs("bm25", words), legs("dense", meaning), legs("sentences", sentences)));
    }

    private static List<Fused> sorted(Map<Integer, Double> scores, List<Map<Integer, LegScore>> legs) {
        List<Fused> fused = new ArrayList<>();
        scores.forEach((document, score) -> fused.add(new Fused(document, score, legsOf(document, legs))));
        fused.sort(Fused.BEST_FIRST.thenComparingInt(Fused::document));
        return fused;
    }

    private static List<LegScore> legsOf(int document, List<Map<Integer, LegScore>> legs) {
        List<LegScore> scores = new ArrayList<>();
        for (Map<Integer, LegScore> leg : legs) {
            scores.add(leg.getOrDefault(document, leg.get(NOT_FOUND)));
        }
        return scores;
    }

    /** By document; the entry at {@link #NOT_FOUND} is the score of a document that the leg did not find. */
    private static Map<Integer, LegScore> legs(String name, List<ScoreDoc> found) {
        Map<Integer, LegScore> legs = new LinkedHashMap<>();
        for (ScoreDoc hit : found) {
            legs.put(hit.doc, new LegScore(name, hit.score, legs.size() + 1));
        }
        legs.put(NOT_FOUND, new LegScore(name, 0, 0));
        return legs;
    }

    /** Scales scores to 0 (the last hit) to 1 (the first hit); a single hit gets 1. */
    private static void add(Map<Integer, Double> scores, double weight, List<ScoreDoc> found) {
        if (found.isEmpty()) {
            return;
        }
        double top = found.getFirst().score;
        double bottom = found.getLast().score;
        for (ScoreDoc hit : found) {
            double stretched = top == bottom ? 1 : (hit.score - bottom) / (top - bottom);
            scores.merge(hit.doc, weight * stretched, Double::sum);
        }
    }
}
