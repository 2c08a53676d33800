package ibid.ask;

import ibid.answer.SentenceDetails;
import ibid.language.Span;
import ibid.verify.Support;
import java.util.List;

/**
 * One sentence of an answer.
 *
 * @param place     span in the answer's text, its marks not included
 * @param footnotes their numbers
 * @param support   the best support by any of its footnotes
 */
public record AnswerSentence(
        String text, Span place, List<Integer> footnotes, Support support, SentenceDetails details) {

    public AnswerSentence {
        footnotes = List.copyOf(footnotes);
        if (footnotes.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a footnote: " + text);
        }
    }
}
