package ibid.ask;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.validity.WithdrawnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the footnotes of an answer whose value was withdrawn or has been replaced by a newer one, and the footnotes
 * that have what holds instead. Not thread-safe.
 */
final class SupersededValues {

    private final Map<Integer, Citation> cited = new HashMap<>();

    /** @param number of the footnote for the citation */
    void add(int number, Citation citation) {
        cited.put(number, citation);
    }

    /** The footnotes, told which of them are superseded. */
    List<Footnote> mark(List<Footnote> footnotes, List<Draft.Replacement> replacements) {
        List<Footnote> marked = new ArrayList<>();
        for (Footnote footnote : footnotes) {
            marked.add(withdrawn(footnote, footnotes)
                    .or(() -> newer(footnote, replacements))
                    .map(footnote::with)
                    .orElse(footnote));
        }
        return marked;
    }

    private Optional<Footnote.Superseded> withdrawn(Footnote footnote, List<Footnote> footnotes) {
        String quote = footnote.quote().exact();
        Citation citation = cited.get(footnote.number());
        Optional<WithdrawnValue> value = WithdrawnValue.statedIn(citation.hit(), quote);
        return value.flatMap(withdrawn -> footnotes.stream()
                .filter(other -> withdrawn.isRightIn(other.quote().exact()))
                .findFirst()
                .map(right -> new Footnote.Superseded(
                        right.number(), Footnote.Superseded.Why.WITHDRAWN, withdrawn.writtenIn(quote))));
    }

    private Optional<Footnote.Superseded> newer(Footnote footnote, List<Draft.Replacement> replacements) {
        Citation own = cited.get(footnote.number());
        for (Draft.Replacement replacement : replacements) {
            Optional<Integer> newer = numberOf(replacement.newer());
            if (replacement.older().equals(own) && newer.isPresent()) {
                return Optional.of(
                        new Footnote.Superseded(newer.get(), Footnote.Superseded.Why.NEWER, replacement.value()));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> numberOf(Citation citation) {
        return cited.entrySet().stream()
                .filter(entry -> entry.getValue().equals(citation))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
