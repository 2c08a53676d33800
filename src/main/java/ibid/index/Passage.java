package ibid.index;

import ibid.language.Span;
import java.util.List;

/**
 * A run of whole sentences under one heading: what Ibid indexes, retrieves and cites. Its neighbours are the passages
 * of the same article with the ordinals before and after.
 *
 * @param heading   the heading above it, or empty
 * @param span      its position in the article's canonical text
 * @param sentences their positions in the article's canonical text, in order, at least one
 */
public record Passage(PassageId id, String heading, Span span, List<Span> sentences) {

    public Passage {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty() || !span.equals(sentences.getFirst().to(sentences.getLast()))) {
            throw new IllegalArgumentException("a passage is exactly its sentences");
        }
    }
}
