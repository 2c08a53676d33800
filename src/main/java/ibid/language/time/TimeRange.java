package ibid.language.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** A range of days, both ends included. */
public record TimeRange(LocalDate from, LocalDate to) {

    /** All time. */
    static final TimeRange ALL = new TimeRange(LocalDate.MIN, LocalDate.MAX);

    static TimeRange ofDay(LocalDate day) {
        return new TimeRange(day, day);
    }

    static TimeRange ofMonths(YearMonth first, int months) {
        return new TimeRange(first.atDay(1), first.plusMonths(months).atDay(1).minusDays(1));
    }

    static TimeRange ofYears(int first, int years) {
        return ofMonths(YearMonth.of(first, 1), 12 * years);
    }

    /**
     * The time range of a question: "in 2024", "before July 2023", "between May and 3 June 2024"; all time if it names
     * none.
     */
    public static TimeRange of(String question) {
        return QuestionTime.in(question);
    }

    /** Whether any day is in both. */
    public boolean overlaps(TimeRange other) {
        return !other.from.isAfter(to) && !other.to.isBefore(from);
    }

    /** Whether a text mentions a time within this range, or no time at all. */
    public boolean admits(String text, Optional<LocalDate> published) {
        if (equals(ALL)) {
            return true;
        }
        List<TimeRange> named = TemporalTagger.tag(text, published).stream()
                .flatMap(timex -> timex.days().stream())
                .toList();
        return named.isEmpty() || named.stream().anyMatch(this::overlaps);
    }

    /** Whether it is all time. */
    public boolean isUnbounded() {
        return equals(ALL);
    }
}
