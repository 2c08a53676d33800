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
        String text, Span place, List<Integer> footnotes, Support support, Kind kind, SentenceDetails details) {

    /** QUOTED: word for word in the quote of one of its footnotes; WRITTEN: in other words. */
    public enum Kind {
        QUOTED,
        WRITTEN
    }

    public AnswerSentence {
        footnotes = List.copyOf(footnotes);
        if (footnotes.isEmpty()) {
            throw new IllegalArgumentException("a sentence without a footnote: " + text);
        }
    }

    /** What follows it in the answer's text: {@code " [1][2]"}. */
    public String marks() {
        StringBuilder marks = new StringBuilder(" ");
        footnotes.forEach(number -> marks.append('[').append(number).append(']'));
        return marks.toString();
    }
}
