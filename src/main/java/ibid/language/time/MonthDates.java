package ibid.language.time;

import ibid.language.Lexemes;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads dates with a month's name: "10 July 2024", "3rd of May", "16 октября 2024", "2024. július 10.". */
final class MonthDates {

    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th", "er", "º", "ª");
    private static final Set<String> OF = Set.of("of", "de", "del");
    private static final Set<String> COUNT_WORDS = Set.of("million", "billion", "thousand", "percent");
    private static final int MAX_DAY = 31;
    private static final int MAX_DAY_FIGURES = 2;

    /** A day in figures, and the position after it. */
    private record Day(int day, int end) {}

    private final Lexemes text;
    private final MonthWords months;

    MonthDates(Lexemes text) {
        this.text = text;
        months = new MonthWords(text);
    }

    /** The date that begins there, with its day or its month. */
    Optional<WrittenDate> read(int at, boolean continuesRange) {
        Optional<Day> day = isPartOfNumber(at) ? Optional.empty() : day(at);
        if (day.isPresent()) {
            int month = afterOf(day.get().end());
            if (text.isSpaced(month)) {
                return withDay(at, month, day.get());
            }
        }
        return text.isWord(at) ? withMonth(at, continuesRange) : yearFirst(at);
    }

    /** The date of "2024. július 10.", as Hungarian has it; an English month there begins a sentence. */
    private Optional<WrittenDate> yearFirst(int at) {
        int name = at + 2;
        boolean isYear = WrittenDateScanner.isYear(text, at) && text.isGlued(at + 1, ".") && text.isSpaced(name);
        Optional<Month> month = isYear && text.isWord(name) ? month(name) : Optional.empty();
        if (month.isEmpty() || text.isCapitalised(name) && !months.isForeign(name)) {
            return Optional.empty();
        }
        return dayAfter(months.end(name)).map(day -> {
            OptionalInt year = OptionalInt.of(text.number(at));
            CalendarDate date = new CalendarDate(year, month, OptionalInt.of(day.day()));
            return WrittenDate.of(date, at, day.end());
        });
    }

    private Optional<WrittenDate> withDay(int from, int at, Day day) {
        Optional<Month> month = month(at);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int end = months.end(at);
        int year = yearAfter(end);
        boolean date = year > 0 || isClear(at, day);
        return date ? written(month.get(), day, year, from, end) : Optional.empty();
    }

    /** Not "came 8. May said". */
    private boolean isClear(int at, Day day) {
        boolean stop = text.is(day.end() - 1, ".");
        return (!stop || months.isForeign(at)) && months.isMonthWithPart(at);
    }

    private Optional<WrittenDate> withMonth(int at, boolean continuesRange) {
        Optional<Month> month = month(at);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        Optional<Day> day = dayAfter(months.end(at));
        int end = day.isPresent() ? day.get().end() : months.end(at);
        int year = yearAfter(end);
        boolean date = isDate(at, day.isPresent(), year > 0, continuesRange);
        return date ? written(month.get(), day.orElse(null), year, at, end) : Optional.empty();
    }

    private boolean isDate(int at, boolean hasDay, boolean hasYear, boolean continuesRange) {
        if (hasDay && hasYear) {
            return true;
        }
        boolean part = hasDay || hasYear;
        return part ? months.isMonthWithPart(at) : months.isMonthAlone(at, continuesRange);
    }

    private Optional<Month> month(int at) {
        return months.isInCompound(at) ? Optional.empty() : months.month(at);
    }

    private Optional<WrittenDate> written(Month month, Day day, int year, int from, int end) {
        OptionalInt number = year > 0 ? OptionalInt.of(text.number(year)) : OptionalInt.empty();
        OptionalInt dayNumber = day == null ? OptionalInt.empty() : OptionalInt.of(day.day());
        CalendarDate date = new CalendarDate(number, Optional.of(month), dayNumber);
        return Optional.of(WrittenDate.of(date, from, year > 0 ? year + 1 : end));
    }

    private int afterOf(int at) {
        return OF.contains(text.key(at)) && text.isSpaced(at) ? at + 1 : at;
    }

    /** A number from 1 to 31, with the ending or the stop of an ordinal. */
    private Optional<Day> day(int at) {
        int number = text.number(at);
        boolean isShort = text.text(at).length() <= MAX_DAY_FIGURES;
        if (number < 1 || number > MAX_DAY || !isShort) {
            return Optional.empty();
        }
        return Optional.of(new Day(number, afterOrdinalEnding(at + 1)));
    }

    private int afterOrdinalEnding(int at) {
        boolean ending = text.isGlued(at) && ORDINAL_ENDINGS.contains(text.key(at));
        boolean stop = text.isGlued(at, ".") && text.isSpaced(at + 1);
        return ending || stop ? at + 1 : at;
    }

    private boolean isPartOfNumber(int at) {
        if (!text.isGlued(at)) {
            return false;
        }
        if (text.isWord(at - 1)) {
            return true;
        }
        boolean mark = text.is(at - 1, ".") || text.is(at - 1, ",");
        return mark && text.isGlued(at - 1) && text.isNumber(at - 2);
    }

    /** A day after the month's name that is not the beginning of another number: "in July 10 million came". */
    private Optional<Day> dayAfter(int at) {
        Optional<Day> day = text.isSpaced(at) ? day(at) : Optional.empty();
        return day.map(this::withoutStop).filter(bare -> !isCounted(bare.end()) && !isLongerNumber(bare.end()));
    }

    private Day withoutStop(Day day) {
        return text.is(day.end() - 1, ".") ? new Day(day.day(), day.end() - 1) : day;
    }

    /** Whether the following words show that the figure counts something. */
    private boolean isCounted(int end) {
        boolean unit =
                COUNT_WORDS.contains(text.key(end)) || text.phrase(end, 2).equals("per cent");
        return unit || text.isGluedWord(end);
    }

    private boolean isLongerNumber(int end) {
        boolean mark = text.isGlued(end, ",") || text.isGlued(end, ".") || text.isGlued(end, ":");
        return mark && text.isGluedNumber(end + 1);
    }

    /** The position of a year that belongs to the date before, or 0. */
    private int yearAfter(int end) {
        int at = afterOf(text.is(end, ",") ? end + 1 : end);
        boolean letters = text.isGluedWord(at + 1);
        boolean year = text.isSpaced(at) && WrittenDateScanner.isYear(text, at);
        return year && !letters ? at : 0;
    }
}
