package ibid.language.time;

import java.util.Optional;

/**
 * Words of a text that mean a time (a TIMEX3 of Pustejovsky et al., 2003).
 *
 * @param start char offset in the text
 * @param end   char offset, exclusive
 * @param words as the text has them
 * @param date  what is known of the date, the inferred year included
 * @param days  the days meant; empty where they depend on a day of publication that is not known, or are vague
 */
public record Timex(Kind kind, int start, int end, String words, CalendarDate date, Optional<TimeRange> days) {

    /**
     * WRITTEN: a date of the calendar. BARE_YEAR: a number that may be a year or count something ("1800 troops").
     * RELATIVE: "last week".
     */
    public enum Kind {
        WRITTEN,
        BARE_YEAR,
        RELATIVE
    }

    /** Whether it names the calendar's day, month or year, not a day seen from publication. */
    public boolean isWritten() {
        return kind != Kind.RELATIVE;
    }
}
