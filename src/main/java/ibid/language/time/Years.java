package ibid.language.time;

import ibid.language.Lexemes;
import ibid.language.NumberWords;
import ibid.language.WordList;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads years, decades and quarters of years: "in 2024", "the 1990s", "Q3 2023", "the third quarter of 2023". */
final class Years {

    private static final Set<String> NUMBER_MARKS = Set.of("$", "€", "£", "¥", ".", ",");
    private static final Set<String> YEAR_MARKS = Set.of("/", "-");
    private static final Set<String> UNITS_AFTER = WordList.read(Years.class, "units-after-number.txt");
    private static final Set<String> PEOPLE = Set.of("people", "men", "women", "children", "troops");
    private static final Set<String> BEFORE_COUNTED_YEAR = WordList.read(Years.class, "before-counted-year.txt");
    private static final Set<String> BEFORE_YEAR = WordList.read(Years.class, "before-year.txt");
    private static final Set<String> SIGNS_BEFORE_YEAR = Set.of("(", "[", "–", "—", ",", "/", "-");
    private static final int MIN_PLURAL_LETTERS = 4;
    private static final int MIN_ID_FIGURES = 3; // "2023-118" is an identifier, "2023-24" means two years
    private static final int YEARS_OF_DECADE = 10;

    private final Lexemes text;

    Years(Lexemes text) {
        this.text = text;
    }

    Optional<WrittenDate> read(int at) {
        if (!text.isNumber(at)) {
            return text.isWord(at) ? quarter(at) : Optional.empty();
        }
        if (!WrittenDateScanner.isYear(text, at) || isPartOfNumber(at)) {
            return Optional.empty();
        }
        return decade(at).or(() -> year(at));
    }

    private boolean isPartOfNumber(int at) {
        return text.isGlued(at) && (text.isWord(at - 1) || NUMBER_MARKS.contains(text.key(at - 1)));
    }

    private Optional<WrittenDate> decade(int at) {
        int first = text.number(at);
        if (first % YEARS_OF_DECADE != 0 || !text.isGlued(at + 1, "s")) {
            return Optional.empty();
        }
        Optional<TimeRange> days = Optional.of(TimeRange.ofYears(first, YEARS_OF_DECADE));
        return Optional.of(new WrittenDate(ofYear(first), days, false, at, at + 2));
    }

    private Optional<WrittenDate> year(int at) {
        boolean glued = text.isGlued(at) && YEAR_MARKS.contains(text.key(at - 1));
        if (glued || isQuantity(at) || isCount(at)) {
            return Optional.empty();
        }
        boolean isBareYear = !isAfterWordOfTime(at);
        return Optional.of(new WrittenDate(ofYear(text.number(at)), Optional.empty(), isBareYear, at, at + 1));
    }

    private static CalendarDate ofYear(int year) {
        return new CalendarDate(OptionalInt.of(year), Optional.empty(), OptionalInt.empty());
    }

    private boolean isQuantity(int at) {
        int next = at + 1;
        String phrase = text.phrase(next, 2);
        if (UNITS_AFTER.contains(text.key(next))) {
            return true;
        }
        if (phrase.equals("per cent") || phrase.equals("local time")) {
            return true;
        }
        return text.isGlued(next) && isLongerNumber(next);
    }

    /** Whether characters directly after the year make it another number: "2000%", "1951.5", "2023-118". */
    private boolean isLongerNumber(int next) {
        String sign = text.key(next);
        if (text.isWord(next) || sign.equals("%")) {
            return true;
        }
        boolean number = text.isGluedNumber(next + 1);
        if (sign.equals(".") || sign.equals(",")) {
            return number;
        }
        return sign.equals("-") && number && text.text(next + 1).length() >= MIN_ID_FIGURES;
    }

    /** "some 1800 sailors", but "the 2016 elections". */
    private boolean isCount(int at) {
        String next = text.text(at + 1);
        if (!text.isSpaced(at + 1) || !text.isWord(at + 1)) {
            return false;
        }
        boolean plural = next.length() >= MIN_PLURAL_LETTERS && next.endsWith("s") && !text.isCapitalised(at + 1);
        boolean determined = BEFORE_COUNTED_YEAR.contains(text.key(at - 1)) || text.isPossessive(at - 1);
        return (plural || PEOPLE.contains(next)) && !determined;
    }

    private boolean isAfterWordOfTime(int at) {
        String before = text.key(at - 1);
        if (BEFORE_YEAR.contains(before) || SIGNS_BEFORE_YEAR.contains(before)) {
            return true;
        }
        return before.equals("the") && BEFORE_YEAR.contains(text.key(at - 2));
    }

    private Optional<WrittenDate> quarter(int at) {
        int number = quarterNumber(at);
        boolean part = text.isGlued(at) && !text.is(at - 1, "(");
        int year = yearOfQuarter(at + 2);
        if (number < 1 || number > 4 || part || year < 0) {
            return Optional.empty();
        }
        YearMonth first = YearMonth.of(text.number(year), 1 + 3 * (number - 1));
        Optional<TimeRange> days = Optional.of(TimeRange.ofMonths(first, 3));
        return Optional.of(new WrittenDate(ofYear(first.getYear()), days, false, at, year + 1));
    }

    /** Position of the year after a quarter; -1 if there is none. */
    private int yearOfQuarter(int end) {
        int year = text.isGlued(end, ",") ? end + 1 : end;
        if (text.is(year, "of")) {
            year++;
        }
        return text.isSpaced(year) && WrittenDateScanner.isYear(text, year) ? year : -1;
    }

    private int quarterNumber(int at) {
        boolean abbreviated = text.text(at).equals("Q") && text.isGlued(at + 1);
        return abbreviated ? text.number(at + 1) : quarterWord(at);
    }

    private int quarterWord(int at) {
        boolean quarter = text.is(at + 1, "quarter") && text.isSpaced(at + 1);
        return quarter ? NumberWords.ordinal(text.key(at)).orElse(0) : 0;
    }
}
