package ibid.language.time;

import ibid.language.Lexemes;
import ibid.language.MonthNames;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads dates with a month's name: "10 July 2024", "July 10, 2024", "3rd of May", "Sept. 2023", "16 октября 2024". */
final class MonthDates {

    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th", "er", "º", "ª");
    private static final Set<String> OF = Set.of("of", "de", "del");
    private static final Set<String> COUNTED = Set.of("million", "billion", "thousand", "percent");
    private static final Set<String> LOWER_CASE_WORDS = Set.of("march", "may"); // words in English without a capital
    private static final Set<String> CAPITAL_WORDS = Set.of("mars", "mart"); // a planet, a shop
    private static final Set<String> BEFORE_MONTH = Set.of(
            "in",
            "since",
            "until",
            "till",
            "during",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "between",
            "every",
            "each",
            "through",
            "throughout");
    private static final Set<String> BEFORE_MONTH_OR_NAME = Set.of("by", "of", "from", "to", "before", "after", "for");
    private static final Set<String> DETERMINERS =
            Set.of("the", "its", "a", "an", "their", "his", "her", "our", "that");

    /** How sure a word is a month's name: what else must be there for a date. */
    private enum Name {
        ENGLISH,
        FOREIGN,
        DOUBTFUL
    }

    /** A day in figures, and the position behind it. */
    private record Day(int day, int end) {}

    private final Lexemes text;

    MonthDates(Lexemes text) {
        this.text = text;
    }

    /** The date that begins there, with its day or its month. */
    Optional<WrittenDate> read(int at, boolean continuesRange) {
        Optional<Day> day = day(at);
        if (day.isPresent() && !isPartOfNumber(at)) {
            int month = day.get().end();
            if (OF.contains(text.key(month)) && text.isSpaced(month)) month++;
            if (text.isSpaced(month)) return read(at, month, day, continuesRange);
        }
        return text.isWord(at) ? read(at, at, Optional.empty(), continuesRange) : Optional.empty();
    }

    private Optional<WrittenDate> read(int from, int at, Optional<Day> dayBefore, boolean continuesRange) {
        Optional<Month> month = month(at);
        if (month.isEmpty() || isHyphenated(at)) return Optional.empty();
        int end = at + 1;
        if (isAbbreviated(at) && text.isGlued(end, ".")) end++;
        Optional<Day> day = dayBefore;
        if (day.isEmpty()) {
            day = dayAfter(end);
            if (day.isPresent()) end = day.get().end();
        }
        int year = yearAfter(end);
        boolean hasYear = year > 0;
        if (hasYear) end = year + 1;
        if (!isMonth(at, day.isPresent(), hasYear, continuesRange)) return Optional.empty();
        boolean dotted =
                dayBefore.isPresent() && text.key(dayBefore.get().end() - 1).equals(".");
        if (dotted && !hasYear && name(at) != Name.FOREIGN) return Optional.empty(); // "came 8. May said"
        OptionalInt number = hasYear ? OptionalInt.of(text.number(year)) : OptionalInt.empty();
        OptionalInt dayNumber = day.isPresent() ? OptionalInt.of(day.get().day()) : OptionalInt.empty();
        return Optional.of(WrittenDate.of(new CalendarDate(number, month, dayNumber), from, end));
    }

    private Optional<Month> month(int at) {
        String word = text.text(at);
        return MonthNames.ofEnglish(word).or(() -> MonthNames.ofName(word)).or(() -> MonthNames.ofAbbreviation(word));
    }

    private Name name(int at) {
        String word = text.text(at);
        if (MonthNames.ofEnglish(word).isPresent()) return text.isCapitalised(at) ? Name.ENGLISH : Name.DOUBTFUL;
        return MonthNames.ofName(word).isPresent() ? Name.FOREIGN : Name.DOUBTFUL;
    }

    private boolean isAbbreviated(int at) {
        return MonthNames.ofName(text.text(at)).isEmpty();
    }

    /** "Mar-a-Lago", "Jun-ho"; no part of a foreign compound either. */
    private boolean isHyphenated(int at) {
        if (name(at) != Name.ENGLISH && text.isGlued(at) && text.key(at - 1).equals("-")) return true;
        if (!text.isGlued(at + 1, "-") || !text.isGlued(at + 2) || !text.isWord(at + 2)) return false;
        return name(at) != Name.ENGLISH || !text.isCapitalised(at + 2);
    }

    /** Whether the word is a month there, given what else of a date stands with it. */
    private boolean isMonth(int at, boolean hasDay, boolean hasYear, boolean continuesRange) {
        String word = text.text(at);
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capital = text.isCapitalised(at);
        if (hasDay && hasYear) return true;
        return switch (name(at)) {
            case ENGLISH -> hasDay || hasYear || continuesRange || isNamedAlone(at);
            case FOREIGN -> (hasDay || hasYear) && !(capital && CAPITAL_WORDS.contains(lower));
            case DOUBTFUL -> (hasDay || hasYear) && MonthNames.isEnglishName(word) && !LOWER_CASE_WORDS.contains(lower);
        };
    }

    /**
     * Months bear people's names and one is a verb: alone it is one after a word of time, or as what a thing is of ("the July summit").
     */
    private boolean isNamedAlone(int at) {
        int next = at + 1;
        if (isAbbreviated(at) && text.isGlued(next, ".")) next++;
        boolean isBeforeName = isJoined(next) && isCapitalAfter(next);
        if (isWordBefore(at, BEFORE_MONTH)) return true;
        if (isWordBefore(at, BEFORE_MONTH_OR_NAME)) return !isBeforeName;
        boolean owned = text.isSpaced(at) && (DETERMINERS.contains(text.key(at - 1)) || isPossessive(at - 1));
        boolean beforeNoun = text.isSpaced(next) && text.isWord(next) && !text.isCapitalised(next);
        return owned && beforeNoun && !text.key(at).equals("may");
    }

    private boolean isWordBefore(int at, Set<String> words) {
        if (text.isSpaced(at)) return words.contains(text.key(at - 1));
        boolean hyphen = text.isGlued(at) && text.key(at - 1).equals("-") && text.isGlued(at - 1);
        return hyphen && words.contains(text.key(at - 2));
    }

    private boolean isPossessive(int at) {
        return text.key(at).equals("s")
                && (text.key(at - 1).equals("'") || text.key(at - 1).equals("’"));
    }

    private boolean isJoined(int at) {
        return text.isSpaced(at) || text.isGlued(at, "-");
    }

    private boolean isCapitalAfter(int at) {
        return text.isCapitalised(at) || text.key(at).equals("-") && text.isCapitalised(at + 1);
    }

    /** A number from 1 to 31, with the ending or the stop of an order. */
    private Optional<Day> day(int at) {
        int number = text.number(at);
        if (number < 1 || number > 31 || text.text(at).length() > 2) return Optional.empty();
        int end = at + 1;
        if (text.isGlued(end) && ORDINAL_ENDINGS.contains(text.key(end))) end++;
        else if (text.isGlued(end, ".") && text.isSpaced(end + 1)) end++;
        return Optional.of(new Day(number, end));
    }

    private boolean isPartOfNumber(int at) {
        if (!text.isGlued(at)) return false;
        boolean mark = text.key(at - 1).equals(".") || text.key(at - 1).equals(",");
        return text.isWord(at - 1) || mark && text.isNumber(at - 2) && text.isGlued(at - 1);
    }

    /** A day behind the month's name that is not the beginning of another number: "in July 10 million came". */
    private Optional<Day> dayAfter(int at) {
        if (!text.isSpaced(at)) return Optional.empty();
        Optional<Day> day = day(at);
        if (day.isEmpty()) return day;
        int end = day.get().end();
        if (text.key(end - 1).equals(".")) day = Optional.of(new Day(day.get().day(), --end));
        boolean mark = text.isGlued(end, ",") || text.isGlued(end, ".") || text.isGlued(end, ":");
        boolean longer = mark && text.isGlued(end + 1) && text.isNumber(end + 1);
        boolean glued = text.isGlued(end) && text.isWord(end);
        boolean counts = COUNTED.contains(text.key(end)) || text.phrase(end, 2).equals("per cent");
        return longer || glued || counts ? Optional.empty() : day;
    }

    /** The position of a year that belongs to what is before, or 0. */
    private int yearAfter(int end) {
        int at = end;
        if (text.key(at).equals(",")) at++;
        if (OF.contains(text.key(at)) && text.isSpaced(at)) at++;
        boolean letters = text.isGlued(at + 1) && text.isWord(at + 1);
        return text.isSpaced(at) && WrittenDateScanner.isYear(text, at) && !letters ? at : 0;
    }
}
