package ibid.answer;

import ibid.language.Span;
import java.util.List;
import java.util.Optional;

/**
 * One sentence of a draft with its citations, strongest first.
 *
 * @param label  label of its row if the answer has rows, else empty
 * @param answer the answering words, in code points of the text
 */
public record DraftSentence(String text, List<Citation> citations, String label, Optional<Span> answer) {

    public DraftSentence {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a citation: " + text);
        }
    }

    public DraftSentence(String text, List<Citation> citations) {
        this(text, citations, "", Optional.empty());
    }
}
