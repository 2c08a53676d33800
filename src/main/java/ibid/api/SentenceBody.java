package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.answer.SentenceDetails;
import ibid.answer.SentenceRole;
import ibid.ask.AnswerSentence;
import ibid.verify.Support;
import java.time.LocalDate;
import java.util.List;

/**
 * A sentence of an answer.
 *
 * @param start     of the sentence in the answer's text, its marks not included
 * @param footnotes numbers of its footnotes
 * @param kind      null in answers stored before 0.13
 */
public record SentenceBody(
        String text,
        int start,
        int end,
        List<Integer> footnotes,
        Support support,
        @JsonInclude(JsonInclude.Include.NON_NULL) AnswerSentence.Kind kind,
        @JsonUnwrapped Details details) {

    /**
     * What is known of it beside its words and sources; one object with the sentence on the wire.
     *
     * @param label   heading of the sentence where the answer has rows
     * @param date    the day it tells of, or null
     * @param speaker who says it
     * @param answer  the answering words within the sentence, or null
     */
    public record Details(
            SentenceRole role,
            @NullIfEmpty String label,
            LocalDate date,
            @NullIfEmpty String speaker,
            Range answer) {

        static Details of(SentenceDetails details) {
            return new Details(
                    details.role(),
                    details.label(),
                    details.date().orElse(null),
                    details.speaker(),
                    details.answer().map(Range::of).orElse(null));
        }
    }

    public SentenceBody {
        footnotes = List.copyOf(footnotes);
    }

    static SentenceBody of(AnswerSentence sentence) {
        return new SentenceBody(
                sentence.text(),
                sentence.place().start(),
                sentence.place().end(),
                sentence.footnotes(),
                sentence.support(),
                sentence.kind(),
                Details.of(sentence.details()));
    }
}
