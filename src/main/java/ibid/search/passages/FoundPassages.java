package ibid.search.passages;

import ibid.library.HalfVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Passages by their documents, best first.
 *
 * @param words     scored by words
 * @param meaning   scored by the cosine of their vectors
 * @param sentences gives the vectors of the sentences of a document's passage
 * @param isPartial whether a part of the passages could not be searched
 */
public record FoundPassages(
        List<ScoreDoc> words, List<ScoreDoc> meaning, IntFunction<BytesRef> sentences, boolean isPartial) {

    public FoundPassages {
        words = List.copyOf(words);
        meaning = List.copyOf(meaning);
    }

    /** Cosine of the question with the nearest sentence of that document's passage. */
    public float bestCosine(float[] question, int document) {
        BytesRef vectors = sentences.apply(document);
        float best = -1;
        for (int at = 0; at < vectors.length; at += 2 * question.length) {
            best = Math.max(best, HalfVectors.dot(question, vectors.bytes, vectors.offset + at));
        }
        return best;
    }

    /** Cosine of the question with each sentence of that document's passage. */
    public List<Float> cosines(float[] question, int document) {
        BytesRef vectors = sentences.apply(document);
        List<Float> cosines = new ArrayList<>();
        for (int at = 0; at < vectors.length; at += 2 * question.length) {
            cosines.add(HalfVectors.dot(question, vectors.bytes, vectors.offset + at));
        }
        return cosines;
    }
}
