package ibid.api;

import ibid.ask.AnswerSentence;
import ibid.verify.Support;
import java.util.List;

/**
 * A sentence of an answer.
 *
 * @param start     of the sentence in the answer's text, its marks not included
 * @param footnotes numbers of its footnotes
 * @param label     label of the sentence's row if the answer has rows
 * @param answer    the answering words within the sentence, or null
 */
public record SentenceBody(
        String text,
        int start,
        int end,
        List<Integer> footnotes,
        Support support,
        @NullIfEmpty String label,
        Range answer) {

    public SentenceBody {
        footnotes = List.copyOf(footnotes);
    }

    static SentenceBody of(AnswerSentence sentence) {
        Range answer = sentence.answer().map(Range::of).orElse(null);
        return new SentenceBody(
                sentence.text(),
                sentence.place().start(),
                sentence.place().end(),
                sentence.footnotes(),
                sentence.support(),
                sentence.label(),
                answer);
    }
}
