package ibid.ask;

import ibid.language.Span;
import ibid.verify.Support;
import java.util.List;
import java.util.Optional;

/**
 * One sentence of an answer.
 *
 * @param place span in the answer's text, its marks not included
 * @param footnotes their numbers
 * @param support   the best support by any of its footnotes
 * @param label     label of its row if the answer has rows, else empty
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
