package ibid.language.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** A unit of the calendar; a week begins on Monday. */
enum CalendarUnit {
    DAY,
    WEEKEND,
    WEEK,
    FORTNIGHT,
    MONTH,
    QUARTER,
    YEAR,
    DECADE;

    private static final int YEARS_OF_DECADE = 10;

    /** The unit after "this" or "last", in the singular. */
    static Optional<CalendarUnit> of(String word) {
        return find(word).filter(unit -> unit != DAY && unit != FORTNIGHT);
    }

    /** The unit after a number, in the plural. */
    static Optional<CalendarUnit> ofPlural(String word) {
        if (!word.endsWith("s")) {
            return Optional.empty();
        }
        return find(word.substring(0, word.length() - 1)).filter(unit -> unit != WEEKEND && unit != QUARTER);
    }

    static Optional<CalendarUnit> ofAnyNumber(String word) {
        return ofPlural(word).or(() -> ofPlural(word + "s"));
    }

    private static Optional<CalendarUnit> find(String singular) {
        for (CalendarUnit unit : values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(singular)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The unit this many steps after the one with the given day. */
    TimeRange step(LocalDate day, int steps) {
        return switch (this) {
            case DAY -> TimeRange.ofDay(day.plusDays(steps));
            case WEEKEND -> ofWeek(day, steps, DayOfWeek.SATURDAY);
            case WEEK, FORTNIGHT -> ofWeek(day, steps, DayOfWeek.MONDAY);
            case MONTH -> TimeRange.ofMonths(YearMonth.from(day).plusMonths(steps), 1);
            case QUARTER -> TimeRange.ofMonths(quarter(YearMonth.from(day)).plusMonths(3L * steps), 3);
            case YEAR -> TimeRange.ofYears(day.getYear() + steps, 1);
            case DECADE -> TimeRange.ofYears(decade(day.getYear()) + YEARS_OF_DECADE * steps, YEARS_OF_DECADE);
        };
    }

    /** The rest of the week, from that weekday to Sunday. */
    private static TimeRange ofWeek(LocalDate day, int steps, DayOfWeek first) {
        LocalDate sunday =
                day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(steps);
        return new TimeRange(sunday.with(TemporalAdjusters.previousOrSame(first)), sunday);
    }

    /**
     * A count of weeks or months is approximate: it means the week or month, not a day. A count of decades means the
     * decade of the year, as in TIMEX3.
     */
    TimeRange away(LocalDate day, int count) {
        return this == FORTNIGHT ? WEEK.step(day, 2 * count) : step(day, count);
    }

    private static YearMonth quarter(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1) % 3);
    }

    private static int decade(int year) {
        return Math.floorDiv(year, YEARS_OF_DECADE) * YEARS_OF_DECADE;
    }
}
