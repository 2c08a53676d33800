package ibid.model;

import ibid.embedding.EmbeddedPassage;
import ibid.embedding.EmbeddedQuestion;
import ibid.embedding.TokenVectors;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a text into a vector of length 1, so that a dot product is a cosine. Without vectors of tokens, a question and
 * each sentence are embedded as if they were one token. Threads may share it.
 */
public interface Embedder {

    float[] embed(String text);

    default EmbeddedQuestion embedQuestion(String question) {
        return EmbeddedQuestion.of(embed(question));
    }

    /** @param sentences their positions in the passage */
    default EmbeddedPassage embedPassage(String passage, List<Span> sentences) {
        Text text = new Text(passage);
        List<byte[]> vectors = new ArrayList<>();
        for (Span sentence : sentences) {
            vectors.add(TokenVectors.encode(embed(text.slice(sentence))));
        }
        return new EmbeddedPassage(embed(passage), vectors);
    }
}
