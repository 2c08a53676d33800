package ibid.language.time;

import ibid.language.CharRuns;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads dates in figures whose order a language decides or whose year has two figures, as in "31.10.23". */
final class ShortDates {

    private static final int MAX_PART_FIGURES = 2;
    private static final int CENTURY = 2000;
    private static final int LAST_SHORT_YEAR = 69; // as POSIX reads two figures: 69 and more are of the century before
    private static final String SEPARATORS = "./-";

    private ShortDates() {}

    /** The first such date in the text. */
    static Optional<LocalDate> firstIn(String text, Dates.Order order) {
        int at = 0;
        while (at < text.length()) {
            int end = CharRuns.end(text, at, ShortDates::isOfDate);
            Optional<LocalDate> date = end == at ? Optional.empty() : read(text.substring(at, end), order);
            if (date.isPresent()) {
                return date;
            }
            at = Math.max(end, at + 1);
        }
        return Optional.empty();
    }

    private static boolean isOfDate(int sign) {
        return sign >= '0' && sign <= '9' || SEPARATORS.indexOf(sign) >= 0;
    }

    private static Optional<LocalDate> read(String word, Dates.Order order) {
        int first = CharRuns.end(word, 0, Character::isDigit);
        if (first == 0 || first == word.length()) {
            return Optional.empty();
        }
        String[] parts = word.split("[" + word.charAt(first) + "]");
        boolean isDate = parts.length == 3 && isPart(parts[0]) && isPart(parts[1]) && isYear(parts[2]);
        if (!isDate) {
            return Optional.empty();
        }
        int one = Integer.parseInt(parts[0]), other = Integer.parseInt(parts[1]);
        boolean isDayFirst = one > 12 || word.charAt(first) == '.' || order == Dates.Order.DAY_FIRST && other <= 12;
        boolean isUnclear = order == Dates.Order.UNKNOWN && !isDayFirst && other <= 12 && one != other;
        return isUnclear
                ? Optional.empty()
                : date(year(parts[2]), isDayFirst ? other : one, isDayFirst ? one : other);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static boolean isPart(String figures) {
        return isNumber(figures) && figures.length() <= MAX_PART_FIGURES;
    }

    private static boolean isYear(String figures) {
        return isNumber(figures) && (figures.length() == MAX_PART_FIGURES || figures.length() == 4);
    }

    private static boolean isNumber(String figures) {
        return !figures.isEmpty() && figures.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private static int year(String figures) {
        int year = Integer.parseInt(figures);
        if (figures.length() > MAX_PART_FIGURES) {
            return year;
        }
        return year < LAST_SHORT_YEAR ? CENTURY + year : CENTURY - 100 + year;
    }
}
