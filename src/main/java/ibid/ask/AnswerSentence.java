package ibid.ask;

import ibid.language.Span;
import ibid.verify.Support;
import java.util.List;
import java.util.Optional;

/**
 * One sentence of an answer.
 *
 * @param place     in the answer's text, its marks not included
 * @param footnotes their numbers
 * @param support   the best any of its footnotes gives it
 * @param label     what it stands under where the answer has rows, or empty
 * @param answer    the answering words, in code points of the sentence's text
 */
public record AnswerSentence(
        String text, Span place, List<Integer> footnotes, Support support, String label, Optional<Span> answer) {

    public AnswerSentence {
        footnotes = List.copyOf(footnotes);
        if (footnotes.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a footnote: " + text);
        }
    }
}
