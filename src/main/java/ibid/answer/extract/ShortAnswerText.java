package ibid.answer.extract;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.language.Span;
import java.util.List;
import java.util.Optional;

/** Extracts the words of a draft's first answering sentence that are the answer. */
public final class ShortAnswerText {

    private ShortAnswerText() {}

    /** The short answer; empty if no words of the type asked for are known. */
    public static Optional<Draft.Short> of(List<DraftSentence> sentences) {
        Optional<DraftSentence> first = firstAnswer(sentences);
        if (first.isEmpty() || first.get().details().answer().isEmpty()) {
            return Optional.empty();
        }
        Span answer = first.get().details().answer().get();
        return Optional.of(
                new Draft.Short(slice(first.get().text(), answer), first.get().citations()));
    }

    /** A short answer in words that the first answering sentence does not have itself. */
    static Optional<Draft.Short> of(List<DraftSentence> sentences, Optional<String> words) {
        Optional<DraftSentence> first = firstAnswer(sentences);
        if (first.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Draft.Short(words.get(), first.get().citations()));
    }

    private static Optional<DraftSentence> firstAnswer(List<DraftSentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.details().role() == SentenceRole.ANSWER)
                .findFirst();
    }

    private static String slice(String text, Span place) {
        int start = text.offsetByCodePoints(0, place.start());
        return text.substring(start, text.offsetByCodePoints(start, place.length()));
    }
}
