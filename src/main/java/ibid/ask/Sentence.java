package ibid.ask;

import ibid.corpus.Span;
import ibid.verify.Support;
import java.util.List;

/**
 * One sentence of an answer.
 *
 * @param place     in the answer's text, its marks not included
 * @param footnotes their numbers
 * @param support   the best any of its footnotes gives it
 */
public record Sentence(String text, Span place, List<Integer> footnotes, Support support) {

    public Sentence {
        footnotes = List.copyOf(footnotes);
        if (footnotes.isEmpty()) throw new IllegalArgumentException("a sentence without a footnote: " + text);
    }
}
