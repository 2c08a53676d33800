package ibid.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Joins the legs: each leg's scores are stretched to 0..1 over what it found and averaged with weights; a leg that did
 * not find a passage gives it 0. Chosen over reciprocal ranks: eval/journal.md, "Fusion".
 */
final class ScoreFusion {

    static final double WORDS = 0.4, MEANING = 0.3, SENTENCES = 0.3;

    record Fused(int document, double score, List<LegScore> legs) {}

    private ScoreFusion() {}

    /** Best first; equal scores in order of the document. */
    static List<Fused> fuse(List<ScoreDoc> words, List<ScoreDoc> meaning, List<ScoreDoc> sentences) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        add(scores, WORDS, words);
        add(scores, MEANING, meaning);
        add(scores, SENTENCES, sentences);
        List<Map<Integer, LegScore>> legs =
                List.of(legs("bm25", words), legs("dense", meaning), legs("sentences", sentences));
        List<Fused> fused = new ArrayList<>();
        scores.forEach((document, score) -> fused.add(new Fused(
                document,
                score,
                legs.stream()
                        .map(leg -> leg.getOrDefault(document, leg.get(-1)))
                        .toList())));
        fused.sort(Comparator.comparingDouble(Fused::score).reversed().thenComparingInt(Fused::document));
        return fused;
    }

    /** By document; at -1 what the leg says of a document it did not find. */
    private static Map<Integer, LegScore> legs(String name, List<ScoreDoc> found) {
        Map<Integer, LegScore> legs = new LinkedHashMap<>();
        for (ScoreDoc hit : found) legs.put(hit.doc, new LegScore(name, hit.score, legs.size() + 1));
        legs.put(-1, new LegScore(name, 0, 0));
        return legs;
    }

    /** Stretches scores from 0 (the last found) to 1 (the first); a lone hit gets 1. */
    private static void add(Map<Integer, Double> scores, double weight, List<ScoreDoc> found) {
        if (found.isEmpty()) return;
        double top = found.getFirst().score, bottom = found.getLast().score;
        for (ScoreDoc hit : found)
            scores.merge(hit.doc, weight * (top == bottom ? 1 : (hit.score - bottom) / (top - bottom)), Double::sum);
    }
}
