package ibid.language.time;

import ibid.language.CharRuns;
import ibid.language.Lexemes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads dates in figures: "2024-11-08", "2024/11/8", "2024.11.08", "2024. 11. 8.", "8.11.2024", "25/11/2024",
 * "2024年11月8日", "2024년 11월 8일".
 */
final class NumericDates {

    private static final int MAX_PART_FIGURES = 2; // of a day or month
    private static final int MONTHS = 12;
    private static final int EIGHT = 8;
    private static final int FIRST_YEAR_OF_WEB = 1990, LAST_YEAR = 2099; // others are numbers
    private static final int FIRST_OF_CENTURY_BEFORE = 69; // of years with two figures, as POSIX reads them

    private final Lexemes text;

    NumericDates(Lexemes text) {
        this.text = text;
    }

    /** End of the date that begins there, or the same position if there is none. */
    int end(int at) {
        if (isIdeographic(at)) {
            return ideographicEnd(at);
        }
        if (!isLoose(at)) {
            return at;
        }
        return isYearFirst(at) || isSlashed(at) || isDotted(at) ? at + 5 : at;
    }

    /** The date in that form, if it exists and is unambiguous. */
    Optional<WrittenDate> read(int at) {
        if (isIdeographic(at)) {
            return Optional.of(WrittenDate.of(ideographic(at), at, ideographicEnd(at)));
        }
        return parts(at).map(found -> WrittenDate.of(found, at, at + 5));
    }

    private Optional<CalendarDate> parts(int at) {
        int first = text.number(at);
        int second = text.number(at + 2);
        int third = text.number(at + 4);
        if (isYearFirst(at)) {
            return date(first, second, third);
        }
        return isDotted(at) ? date(third, second, first) : slashed(first, second, third);
    }

    private static Optional<CalendarDate> date(int year, int month, int day) {
        return WrittenDateScanner.date(OptionalInt.of(year), month, day);
    }

    private static Optional<CalendarDate> slashed(int first, int second, int year) {
        if (first <= 12 && second <= 12 && first != second) {
            return Optional.empty(); // Europe and America disagree
        }
        return date(year, Math.min(first, second), Math.max(first, second));
    }

    /** Whether neither a letter nor another figure of a longer number is directly before. */
    private boolean isLoose(int at) {
        if (!text.isGlued(at)) {
            return true;
        }
        boolean partOfNumber = (isSeparator(at - 1) || text.is(at - 1, ".")) && text.isGlued(at - 1);
        return !text.isWord(at - 1) && !(partOfNumber && text.isNumber(at - 2));
    }

    private boolean isSeparator(int at) {
        return text.is(at, "-") || text.is(at, "/");
    }

    private boolean isPart(int at) {
        return text.isNumber(at) && text.text(at).length() <= MAX_PART_FIGURES;
    }

    private boolean isYearFirst(int at) {
        if (isSpacedYearFirst(at)) {
            return true;
        }
        if (text.text(at).length() != 4 || !isPartedYear(at) || !text.isGlued(at + 3, text.key(at + 1))) {
            return false;
        }
        return isPart(at + 2) && text.isGlued(at + 2) && isPart(at + 4) && text.isGlued(at + 4);
    }

    /** Whether year, month and day each end with a stop, as in Hungarian and Korean. */
    private boolean isSpacedYearFirst(int at) {
        boolean hasStops = text.isGlued(at + 1, ".") && text.isGlued(at + 3, ".") && text.isGlued(at + 5, ".");
        return hasStops && isYear(at) && isPart(at + 2) && text.isSpaced(at + 2) && isPart(at + 4);
    }

    /** Whether a sign of dates follows; a stop only where day and month have two figures, else it is a version. */
    private boolean isPartedYear(int at) {
        boolean isStop = text.is(at + 1, ".") && hasTwoFigures(at + 2) && hasTwoFigures(at + 4);
        return text.isGlued(at + 1) && (isSeparator(at + 1) || isStop);
    }

    private boolean hasTwoFigures(int at) {
        return text.isNumber(at) && text.text(at).length() == MAX_PART_FIGURES;
    }

    private boolean isSlashed(int at) {
        if (!isPart(at) || !text.isGlued(at + 1, "/") || !text.isGlued(at + 3, "/")) {
            return false;
        }
        if (text.isGlued(at, "/") || text.isGlued(at + 5, "/")) {
            return false;
        }
        return isPart(at + 2) && text.isGlued(at + 2) && isYear(at + 4) && text.isGlued(at + 4);
    }

    private boolean isDotted(int at) {
        if (!isPart(at) || !text.isGlued(at + 1, ".") || !text.isGlued(at + 3, ".")) {
            return false;
        }
        return isPart(at + 2) && isYear(at + 4) && !(text.isGlued(at) && text.is(at - 1, "."));
    }

    private boolean isYear(int at) {
        return WrittenDateScanner.isYear(text, at);
    }

    private boolean isIdeographic(int at) {
        return isYear(at) && isUnit(at + 1, "年년");
    }

    private boolean hasMonth(int at) {
        int month = text.number(at + 2);
        return month >= 1 && month <= 12 && isUnit(at + 3, "月월");
    }

    private boolean hasDay(int at) {
        int day = text.number(at + 4);
        return hasMonth(at) && day >= 1 && day <= 31 && isUnit(at + 5, "日일");
    }

    /** Whether the unit is there, as Chinese and Japanese write it or as Korean does. */
    private boolean isUnit(int at, String signs) {
        return text.is(at, signs.substring(0, 1)) || text.is(at, signs.substring(1));
    }

    private int ideographicEnd(int at) {
        if (hasDay(at)) {
            return at + 6;
        }
        return hasMonth(at) ? at + 4 : at + 2;
    }

    private CalendarDate ideographic(int at) {
        Optional<Month> month = hasMonth(at) ? Optional.of(Month.of(text.number(at + 2))) : Optional.empty();
        OptionalInt day = hasDay(at) ? OptionalInt.of(text.number(at + 4)) : OptionalInt.empty();
        return new CalendarDate(OptionalInt.of(text.number(at)), month, day);
    }

    /** The first date whose order the language decides or whose year has two figures. */
    static Optional<LocalDate> firstShortIn(String text, Dates.FigureOrder order) {
        int at = 0;
        while (at < text.length()) {
            int end = CharRuns.end(text, at, NumericDates::isOfDate);
            String figures = text.substring(at, end);
            boolean isDotted = figures.indexOf('/') < 0 && figures.indexOf('-') < 0; // never in America
            Optional<LocalDate> date =
                    readShort(figures.split("[./-]", -1), isDotted ? Dates.FigureOrder.DAY_FIRST : order);
            if (date.isPresent()) {
                return date;
            }
            at = Math.max(end, at + 1);
        }
        return Optional.empty();
    }

    private static boolean isOfDate(int sign) {
        return sign >= '0' && sign <= '9' || "./-".indexOf(sign) >= 0;
    }

    private static Optional<LocalDate> readShort(String[] parts, Dates.FigureOrder order) {
        if (parts.length != 3 || !isShort(parts[0]) || !isShort(parts[1]) || !isShortYear(parts[2])) {
            return Optional.empty();
        }
        int one = Integer.parseInt(parts[0]), other = Integer.parseInt(parts[1]);
        return switch (orderOf(one, other, order)) {
            case DAY_FIRST -> day(year(parts[2]), other, one);
            case MONTH_FIRST -> day(year(parts[2]), one, other);
            case UNKNOWN -> one == other ? day(year(parts[2]), one, other) : Optional.empty();
        };
    }

    /** The date of "20241108". */
    static Optional<LocalDate> inEightFigures(String text) {
        boolean isDate = text.length() == EIGHT && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        if (!isDate) {
            return Optional.empty();
        }
        int figures = Integer.parseInt(text);
        int year = figures / 10_000;
        boolean isOfWeb = year >= FIRST_YEAR_OF_WEB && year <= LAST_YEAR;
        return isOfWeb ? day(year, figures / 100 % 100, figures % 100) : Optional.empty();
    }

    private static Dates.FigureOrder orderOf(int one, int other, Dates.FigureOrder usual) {
        if (one > MONTHS) {
            return Dates.FigureOrder.DAY_FIRST;
        }
        return other > MONTHS ? Dates.FigureOrder.MONTH_FIRST : usual;
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static boolean isShort(String figures) {
        return !figures.isEmpty() && figures.length() <= MAX_PART_FIGURES;
    }

    private static boolean isShortYear(String figures) {
        return figures.length() == MAX_PART_FIGURES || figures.length() == 4;
    }

    private static int year(String figures) {
        int year = Integer.parseInt(figures);
        if (figures.length() > MAX_PART_FIGURES) {
            return year;
        }
        return year < FIRST_OF_CENTURY_BEFORE ? 2000 + year : 1900 + year;
    }
}
