package ibid.language.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time a sentence is about: a day, a month or a year.
 *
 * @param from its first day, for sorting
 * @param to   its last day
 * @param name as a reader would write it
 */
public record TimeReference(LocalDate from, LocalDate to, String name) {

    /** The grains, finest first, each with the format of its name. */
    private enum Grain {
        DAY("d MMMM yyyy"),
        MONTH("MMMM yyyy"),
        YEAR("yyyy");

        private final DateTimeFormatter format;

        Grain(String pattern) {
            format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        }

        static Grain of(CalendarDate date) {
            if (date.day().isPresent()) {
                return DAY;
            }
            return date.month().isPresent() ? MONTH : YEAR;
        }
    }

    /** The first time of the finest grain in the sentence. */
    public static Optional<TimeReference> in(String sentence, Optional<LocalDate> published) {
        return all(sentence, published).stream().findFirst();
    }

    /** Every time of the finest grain in the text: all days; if there are none, all months; else all years. */
    public static List<TimeReference> all(String text, Optional<LocalDate> published) {
        List<Timex> written = TemporalTagger.tag(text, published).stream()
                .filter(TimeReference::isReference)
                .toList();
        for (Grain grain : Grain.values()) {
            List<TimeReference> references = ofGrain(grain, written);
            if (!references.isEmpty()) {
                return references;
            }
        }
        return List.of();
    }

    private static List<TimeReference> ofGrain(Grain grain, List<Timex> written) {
        return written.stream()
                .filter(timex -> Grain.of(timex.date()) == grain)
                .map(timex -> of(timex.days().orElseThrow(), grain))
                .toList();
    }

    /** Whether it is a calendar date that is exactly a day, a month or a year. */
    private static boolean isReference(Timex timex) {
        boolean whole =
                timex.days().isPresent() && timex.days().equals(timex.date().days());
        return timex.kind() == Timex.Kind.WRITTEN && whole;
    }

    private static TimeReference of(TimeRange days, Grain grain) {
        return new TimeReference(days.from(), days.to(), grain.format.format(days.from()));
    }
}
