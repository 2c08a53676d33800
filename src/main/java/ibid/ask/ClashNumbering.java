package ibid.ask;

import ibid.answer.Citation;
import ibid.answer.Draft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gives the sides of a clash the numbers of the footnotes under which they are shown. */
final class ClashNumbering {

    private ClashNumbering() {}

    /** Empty unless two values that no correction withdraws are shown: what was corrected is no disagreement. */
    static Optional<Answer.Disagreement> number(Draft.Clash clash, Function<Citation, Optional<Footnote>> footnoteOf) {
        List<Answer.Disagreement.Value> values = new ArrayList<>();
        for (Draft.Clash.Side side : clash.sides()) {
            value(side, footnoteOf).ifPresent(values::add);
        }
        long standing = values.stream().filter(value -> !value.isWithdrawn()).count();
        Set<Integer> numbers = new LinkedHashSet<>();
        values.forEach(value -> numbers.addAll(value.footnotes()));
        boolean isDisagreement = standing > 1 && numbers.size() > 1;
        return isDisagreement
                ? Optional.of(new Answer.Disagreement(clash.about(), List.copyOf(numbers), values))
                : Optional.empty();
    }

    private static Optional<Answer.Disagreement.Value> value(
            Draft.Clash.Side side, Function<Citation, Optional<Footnote>> footnoteOf) {
        Set<Integer> numbers = new LinkedHashSet<>();
        List<LocalDate> days = new ArrayList<>();
        for (Citation citation : side.citations()) {
            footnoteOf.apply(citation).ifPresent(footnote -> {
                numbers.add(footnote.number());
                footnote.article().imprint().publishedOn().ifPresent(days::add);
            });
        }
        Optional<LocalDate> newest = days.stream().max(Comparator.naturalOrder());
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.Disagreement.Value(
                        side.value(), List.copyOf(numbers), newest, side.speaker(), side.isWithdrawn()));
    }
}
