package ibid.language.time;

import java.util.Optional;

/**
 * Words of a text that express a time (a TIMEX3 of Pustejovsky et al., 2003).
 *
 * @param start char offset in the text
 * @param end   char offset, exclusive
 * @param words as written
 * @param date  the known parts of the date, with the inferred year
 * @param days  the days meant; empty if they depend on an unknown day of publication or are vague
 */
public record Timex(Kind kind, int start, int end, String words, CalendarDate date, Optional<TimeRange> days) {

    /**
     * WRITTEN: a calendar date. BARE_YEAR: a number that may be a year or count something ("1800 troops"). RELATIVE:
     * "last week".
     */
    public enum Kind {
        WRITTEN,
        BARE_YEAR,
        RELATIVE
    }

    /** Whether it names a calendar day, month or year, not a day relative to publication. */
    public boolean isWritten() {
        return kind != Kind.RELATIVE;
    }
}
