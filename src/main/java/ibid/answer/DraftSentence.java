package ibid.answer;

import java.util.List;

/** One sentence of a draft with its citations, strongest first. */
public record DraftSentence(String text, List<Citation> citations, SentenceDetails details) {

    public DraftSentence {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a citation: " + text);
        }
    }

    public DraftSentence(String text, List<Citation> citations) {
        this(text, citations, SentenceDetails.NONE);
    }
}
