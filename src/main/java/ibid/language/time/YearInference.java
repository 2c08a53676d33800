package ibid.language.time;

import ibid.language.Lexemes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Infers the year of a day or month written without one: from a month or day beside it that has its year and is told
 * as past, else from the day of publication and the tense of the clause.
 */
final class YearInference {

    private static final int MAX_YEARS = 11; // 29 February occurs at least every 8 years; the rest is margin
    private static final int MONTHS_AHEAD = 3; // without a verb: news means a day in the near future, else a past day

    private YearInference() {}

    /** @param all the dates written in the text */
    static CalendarDate infer(WrittenDate written, List<WrittenDate> all, Lexemes text, LocalDate published) {
        CalendarDate date = written.date();
        if (date.year().isPresent() || date.month().isEmpty()) {
            return date;
        }
        LocalDate firstOfMonth = published.withDayOfMonth(1);
        // "last December" said in December is a year ago: this one is "this month"
        if (isAfter(text, written.from(), "last", "past")) {
            return past(date, firstOfMonth.minusDays(1));
        }
        if (isAfter(text, written.from(), "next", "coming")) {
            return future(date, firstOfMonth.plusMonths(1));
        }
        Tense tense = Tense.of(text, written.from(), written.to());
        return dated(written, all)
                .filter(other -> isTold(other, tense, published))
                .map(other -> nearest(date, other.from()))
                .orElseGet(() -> byTense(date, tense, published));
    }

    /** The days of the date nearest to it in the text that has a month and a year. */
    private static Optional<TimeRange> dated(WrittenDate written, List<WrittenDate> all) {
        return all.stream()
                .filter(other ->
                        other.date().year().isPresent() && other.date().month().isPresent())
                .min(Comparator.comparingInt(other -> Math.abs(other.from() - written.from())))
                .flatMap(other -> other.date().days());
    }

    /** Whether the dates of a text are of one story in the past, not of what is to come. */
    private static boolean isTold(TimeRange other, Tense tense, LocalDate published) {
        return switch (tense) {
            case PAST -> !other.from().isAfter(published);
            case FUTURE -> false;
            case UNKNOWN -> other.to().isBefore(published.minusYears(1));
        };
    }

    /** "The tsunami of 26 December … in January 2005": of the years, the one that brings both nearest together. */
    private static CalendarDate nearest(CalendarDate date, LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
                .filter(date::existsIn)
                .mapToObj(date::inYear)
                .min(Comparator.comparingLong(dated -> Math.abs(
                        ChronoUnit.DAYS.between(day, dated.days().orElseThrow().from()))))
                .orElse(date.inYear(day.getYear())); // 31 June is in no year
    }

    private static CalendarDate byTense(CalendarDate date, Tense tense, LocalDate published) {
        return switch (tense) {
            case PAST -> past(date, published);
            case FUTURE -> future(date, published);
            case UNKNOWN -> past(date, published.plusMonths(MONTHS_AHEAD));
        };
    }

    /** Whether the first word, or "this" and the second, is directly before. */
    private static boolean isAfter(Lexemes text, int at, String alone, String afterThis) {
        if (!text.isSpaced(at)) {
            return false;
        }
        return text.key(at - 1).equals(alone) || text.key(at - 1).equals(afterThis) && text.is(at - 2, "this");
    }

    /** The last such day or month that began on or before that day. */
    private static CalendarDate past(CalendarDate date, LocalDate then) {
        for (int back = -1; back < MAX_YEARS; back++) {
            CalendarDate dated = date.inYear(then.getYear() - back);
            if (dated.days().isPresent() && !dated.days().get().from().isAfter(then)) {
                return dated;
            }
        }
        return date.inYear(then.getYear()); // 31 June is in no year
    }

    /** The first such day or month that ends on or after that day. */
    private static CalendarDate future(CalendarDate date, LocalDate then) {
        for (int ahead = -1; ahead < MAX_YEARS; ahead++) {
            CalendarDate dated = date.inYear(then.getYear() + ahead);
            if (dated.days().isPresent() && !dated.days().get().to().isBefore(then)) {
                return dated;
            }
        }
        return date.inYear(then.getYear());
    }
}
