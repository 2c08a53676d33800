package ibid.language.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/** A complete or partial date: "10 July 2024", "July 2024", "10 July", "July", "2024". Empty parts are not known. */
public record CalendarDate(OptionalInt year, Optional<Month> month, OptionalInt day) {

    static final CalendarDate UNKNOWN = new CalendarDate(OptionalInt.empty(), Optional.empty(), OptionalInt.empty());

    static CalendarDate of(LocalDate day) {
        return new CalendarDate(
                OptionalInt.of(day.getYear()), Optional.of(day.getMonth()), OptionalInt.of(day.getDayOfMonth()));
    }

    /** The parts that all days of a range have in common. */
    static CalendarDate common(TimeRange range) {
        CalendarDate first = of(range.from());
        if (range.from().equals(range.to())) {
            return first;
        }
        if (range.from().getYear() != range.to().getYear()) {
            return UNKNOWN;
        }
        boolean oneMonth = range.from().getMonth() == range.to().getMonth();
        return new CalendarDate(first.year, oneMonth ? first.month : Optional.empty(), OptionalInt.empty());
    }

    /** Whether any part is known. */
    public boolean isKnown() {
        return year.isPresent() || month.isPresent();
    }

    /** Whether the other date has all parts of this one, with the same values. */
    public boolean isGivenBy(CalendarDate other) {
        return (year.isEmpty() || year.equals(other.year))
                && (month.isEmpty() || month.equals(other.month))
                && (day.isEmpty() || day.equals(other.day));
    }

    /** Whether both have or both lack the year, and likewise the month. */
    public boolean hasPartsOf(CalendarDate other) {
        return year.isPresent() == other.year.isPresent() && month.isPresent() == other.month.isPresent();
    }

    /** The same day or month of any year. */
    public CalendarDate withoutYear() {
        return new CalendarDate(OptionalInt.empty(), month, day);
    }

    CalendarDate inYear(int other) {
        return new CalendarDate(OptionalInt.of(other), month, day);
    }

    /** Whether the day exists in that year: 29 February does not exist in 2023, 31 June in no year. */
    boolean existsIn(int other) {
        return month.isEmpty() || day.isEmpty() || day.getAsInt() <= month.get().length(Year.isLeap(other));
    }

    /** The days it means; empty if its year is unknown or has no such day. */
    Optional<TimeRange> days() {
        if (year.isEmpty() || !existsIn(year.getAsInt())) {
            return Optional.empty();
        }
        int number = year.getAsInt();
        return Optional.of(
                month.map(named -> days(YearMonth.of(number, named))).orElseGet(() -> TimeRange.ofYears(number, 1)));
    }

    private TimeRange days(YearMonth whole) {
        return day.isPresent() ? TimeRange.ofDay(whole.atDay(day.getAsInt())) : TimeRange.ofMonths(whole, 1);
    }
}
