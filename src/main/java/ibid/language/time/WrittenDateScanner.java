package ibid.language.time;

import ibid.language.Lexemes;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds complete and partial calendar dates in the forms used in news. "12/11/2024" is left out, because its meaning
 * differs between countries.
 */
final class WrittenDateScanner {

    private static final int MIN_YEAR = 1500;
    private static final int MAX_YEAR = 2099;
    private static final Set<String> RANGE_WORDS =
            Set.of("to", "until", "till", "through", "and", "or", ",", "–", "—", "-");

    private final Lexemes text;
    private final NumericDates numeric;
    private final MonthDates months;
    private final Years years;
    private final List<WrittenDate> found = new ArrayList<>();

    private WrittenDateScanner(Lexemes text) {
        this.text = text;
        numeric = new NumericDates(text);
        months = new MonthDates(text);
        years = new Years(text);
    }

    static List<WrittenDate> scan(Lexemes text) {
        WrittenDateScanner scanner = new WrittenDateScanner(text);
        int at = 0;
        while (at < text.size()) {
            at = scanner.scan(at);
        }
        return scanner.found;
    }

    /** Adds the date that begins there, if there is one, and returns the next position. */
    private int scan(int at) {
        int figures = text.isNumber(at) ? numeric.end(at) : at;
        if (figures > at) {
            numeric.read(at).ifPresent(found::add);
            return figures;
        }
        boolean continues = continuesRange(at);
        Optional<WrittenDate> date = months.read(at, continues).or(() -> years.read(at));
        date.ifPresent(read -> add(read, continues));
        return date.map(WrittenDate::to).orElse(at + 1);
    }

    private void add(WrittenDate date, boolean continuesRange) {
        if (continuesRange) {
            completeRange(date.date());
        }
        found.add(date);
    }

    /**
     * Whether only a word such as "to" is between the date before and this position: "from 23 February to 6 March
     * 2011".
     */
    private boolean continuesRange(int at) {
        if (found.isEmpty()) {
            return false;
        }
        int gap = found.getLast().to();
        if (gap >= at || !RANGE_WORDS.contains(text.key(gap))) {
            return false;
        }
        if (at - gap == 2) {
            return text.is(gap + 1, "and") || text.is(gap + 1, "or");
        }
        return at - gap == 1;
    }

    private void completeRange(CalendarDate last) {
        WrittenDate first = found.removeLast();
        CalendarDate date = first.date();
        boolean lacksYear = date.year().isEmpty() && date.month().isPresent();
        boolean completes = lacksYear && last.month().isPresent() && last.year().isPresent();
        found.add(completes ? first.withDate(date.inYear(last.year().getAsInt())) : first);
    }

    static boolean isYear(Lexemes text, int at) {
        return text.text(at).length() == 4 && text.number(at) >= MIN_YEAR && text.number(at) <= MAX_YEAR;
    }

    static Optional<CalendarDate> date(OptionalInt year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        return Optional.of(new CalendarDate(year, Optional.of(Month.of(month)), OptionalInt.of(day)));
    }
}
