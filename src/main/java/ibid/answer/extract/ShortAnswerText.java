package ibid.answer.extract;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.language.Span;
import java.util.List;
import java.util.Optional;

/** Extracts the words of a draft's first answering sentence that are the answer. */
final class ShortAnswerText {

    private ShortAnswerText() {}

    /** The short answer; empty if no words of the type asked for are known. */
    static Optional<Draft.Short> of(List<DraftSentence> sentences) {
        Optional<DraftSentence> first = sentences.stream()
                .filter(sentence -> sentence.details().role() == SentenceRole.ANSWER)
                .findFirst();
        if (first.isEmpty() || first.get().details().answer().isEmpty()) {
            return Optional.empty();
        }
        Span answer = first.get().details().answer().get();
        return Optional.of(
                new Draft.Short(slice(first.get().text(), answer), first.get().citations()));
    }

    private static String slice(String text, Span place) {
        int start = text.offsetByCodePoints(0, place.start());
        return text.substring(start, text.offsetByCodePoints(start, place.length()));
    }
}
