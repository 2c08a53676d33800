package ibid.answer;

import ibid.language.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Details of an answer's sentence besides its text and sources.
 *
 * @param role    its role in the answer
 * @param label   label of its row if the answer has rows, else empty
 * @param answer  the answering words, in code points of the sentence
 * @param date    its date, if the answer is ordered by date
 * @param speaker who says it, if the answer is a statement, else empty
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
