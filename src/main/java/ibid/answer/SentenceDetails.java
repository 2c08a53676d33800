package ibid.answer;

import ibid.language.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of a sentence of an answer beside its words and sources.
 *
 * @param role    what it does in the answer
 * @param label   heading of its row where the answer has rows, or empty
 * @param answer  the answering words, in code points of the sentence
 * @param date    the day it tells of, where that orders the answer
 * @param speaker who says it, where the answer is a statement, or empty
 */
public record SentenceDetails(
        SentenceRole role, String label, Optional<Span> answer, Optional<LocalDate> date, String speaker) {

    public static final SentenceDetails NONE =
            new SentenceDetails(SentenceRole.ANSWER, "", Optional.empty(), Optional.empty(), "");

    public SentenceDetails withRole(SentenceRole other) {
        return new SentenceDetails(other, label, answer, date, speaker);
    }

    public SentenceDetails withLabel(String other) {
        return new SentenceDetails(role, other, answer, date, speaker);
    }

    public SentenceDetails withAnswer(Optional<Span> other) {
        return new SentenceDetails(role, label, other, date, speaker);
    }

    public SentenceDetails withDate(Optional<LocalDate> other) {
        return new SentenceDetails(role, label, answer, other, speaker);
    }

    public SentenceDetails withSpeaker(String other) {
        return new SentenceDetails(role, label, answer, date, other);
    }
}
