package ibid.search.passages;

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
}
