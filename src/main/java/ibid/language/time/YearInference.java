package ibid.language.time;

import ibid.language.Lexemes;
import java.time.LocalDate;

/** Infers the year of a day or month written without one, from the day of publication and the tense of the clause. */
final class YearInference {

    private static final int MAX_YEARS = 11; // between two 29 Februaries lie 8 at most, and some to spare
    private static final int MONTHS_AHEAD =
            3; // where no verb tells: news speaks of days soon to come, else of past ones

    private YearInference() {}

    static CalendarDate infer(WrittenDate written, Lexemes text, LocalDate published) {
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
        return byTense(date, Tense.of(text, written.from(), written.to()), published);
    }

    private static CalendarDate byTense(CalendarDate date, Tense tense, LocalDate published) {
        return switch (tense) {
            case PAST -> past(date, published);
            case FUTURE -> future(date, published);
            case UNKNOWN -> past(date, published.plusMonths(MONTHS_AHEAD));
        };
    }

    /** Whether the word alone, or the other after "this", stands before. */
    private static boolean isAfter(Lexemes text, int at, String alone, String afterThis) {
        if (!text.isSpaced(at)) {
            return false;
        }
        return text.key(at - 1).equals(alone) || text.key(at - 1).equals(afterThis) && text.is(at - 2, "this");
    }

    /** The last such day or month that has begun by then. */
    private static CalendarDate past(CalendarDate date, LocalDate then) {
        for (int back = -1; back < MAX_YEARS; back++) {
            CalendarDate dated = date.inYear(then.getYear() - back);
            if (dated.days().isPresent() && !dated.days().get().from().isAfter(then)) {
                return dated;
            }
        }
        return date.inYear(then.getYear()); // 31 June is in no year
    }

    /** The first such day or month that has not ended by then. */
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
