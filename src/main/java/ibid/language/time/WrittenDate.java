package ibid.language.time;

import java.util.Optional;

/**
 * A complete or partial date written in a text.
 *
 * @param days       the days of a quarter or a decade; empty if the date itself gives them
 * @param isBareYear whether it is a number that may be something else than a year
 * @param from       position of its first lexeme
 * @param to         position after its last lexeme
 */
record WrittenDate(CalendarDate date, Optional<TimeRange> days, boolean isBareYear, int from, int to) {

    static WrittenDate of(CalendarDate date, int from, int to) {
        return new WrittenDate(date, Optional.empty(), false, from, to);
    }

    WrittenDate withDate(CalendarDate other) {
        return new WrittenDate(other, days, isBareYear, from, to);
    }
}
