package ibid.search.passages;

import ibid.embedding.EmbeddedQuestion;
import java.io.EOFException;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Passages by their documents, best first.
 *
 * @param words     scored by words
 * @param meaning   scored by the cosine of their vectors
 * @param tokens    gives the vectors of the tokens of a document's passage
 * @param isPartial whether a part of the passages could not be searched
 */
public record FoundPassages(
        List<ScoreDoc> words, List<ScoreDoc> meaning, IntFunction<BytesRef> tokens, boolean isPartial) {

    public FoundPassages {
        words = List.copyOf(words);
        meaning = List.copyOf(meaning);
    }

    /** How well the sentence of that document's passage that matches the question best does so; 0 if it has none. */
    public float bestSimilarity(EmbeddedQuestion question, int document) throws EOFException {
        List<Float> all = similarities(question, document);
        return all.isEmpty() ? 0 : Collections.max(all);
    }

    /** How well each sentence of that document's passage matches the question. */
    public List<Float> similarities(EmbeddedQuestion question, int document) throws EOFException {
        BytesRef vectors = tokens.apply(document);
        return question.similarities(vectors.bytes, vectors.offset, vectors.length);
    }
}
