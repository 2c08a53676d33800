package ibid.model;

import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Turns a text into a vector of length 1, so that a dot product is a cosine. Threads may share it. */
public interface Embedder {

    float[] embed(String text);

    /**
     * The vector of a passage, then one for each of its sentences. Here each is embedded apart; an embedder that sees
     * the passage's tokens gives all from one pass, and then those of sentences need not have length 1.
     *
     * @param sentences their positions in the passage
     */
    default List<float[]> embed(String passage, List<Span> sentences) {
        Text text = new Text(passage);
        List<float[]> vectors = new ArrayList<>();
        vectors.add(embed(passage));
        for (Span sentence : sentences) {
            vectors.add(embed(text.slice(sentence)));
        }
        return vectors;
    }
}
