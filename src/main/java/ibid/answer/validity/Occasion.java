package ibid.answer.validity;

import ibid.answer.rank.ScoredCandidate;
import ibid.language.time.TimeReference;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** The day as of which a sentence speaks. */
final class Occasion {

    private Occasion() {}

    /** The day of the article, or that of the last time the sentence names if it is of an earlier year. */
    static Optional<LocalDate> dayOf(ScoredCandidate candidate) {
        Optional<LocalDate> published = candidate.imprint().publishedOn();
        Optional<LocalDate> named = TimeReference.all(candidate.text(), published).stream()
                .map(TimeReference::to)
                .max(Comparator.naturalOrder());
        boolean isEarlier = published.isPresent()
                && named.isPresent()
                && named.get().getYear() < published.get().getYear();
        return isEarlier ? named : published;
    }
}
