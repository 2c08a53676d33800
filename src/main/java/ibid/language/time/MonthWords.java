package ibid.language.time;

import ibid.language.Lexemes;
import ibid.language.MonthNames;
import ibid.language.WordList;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/** Decides by context whether a word is a month's name. Some months are also names of people, and "may" is a verb. */
final class MonthWords {

    private static final Set<String> BEFORE_MONTH = WordList.read(MonthWords.class, "before-month.txt");
    private static final Set<String> BEFORE_MONTH_OR_NAME = Set.of("by", "of", "from", "to", "before", "after", "for");
    private static final Set<String> DETERMINERS =
            Set.of("the", "its", "a", "an", "their", "his", "her", "our", "that");
    private static final Set<String> LOWER_CASE_WORDS = Set.of("march", "may"); // of English, without a capital
    private static final Set<String> CAPITAL_WORDS = Set.of("mars", "mart"); // "Mars" is also a planet, "Mart" a shop

    private final Lexemes text;

    MonthWords(Lexemes text) {
        this.text = text;
    }

    Optional<Month> month(int at) {
        String word = text.text(at);
        return MonthNames.ofEnglish(word).or(() -> MonthNames.ofName(word)).or(() -> MonthNames.ofAbbreviation(word));
    }

    /** Position after the name and the stop of an abbreviation. */
    int end(int at) {
        boolean abbreviated = MonthNames.ofName(text.text(at)).isEmpty();
        return abbreviated && text.isGlued(at + 1, ".") ? at + 2 : at + 1;
    }

    /** Whether it is the name of a language other than English, in full. */
    boolean isForeign(int at) {
        return MonthNames.ofEnglish(text.text(at)).isEmpty()
                && MonthNames.ofName(text.text(at)).isPresent();
    }

    private boolean isEnglish(int at) {
        return text.isCapitalised(at) && MonthNames.ofEnglish(text.text(at)).isPresent();
    }

    /** Whether it is part of a hyphenated name ("Mar-a-Lago", "Jun-ho") or of a foreign compound. */
    boolean isInCompound(int at) {
        boolean english = isEnglish(at);
        boolean after = text.isGlued(at) && text.is(at - 1, "-");
        if (after && !english) {
            return true;
        }
        boolean before = text.isGlued(at + 1, "-") && text.isGluedWord(at + 2);
        return before && !(english && text.isCapitalised(at + 2));
    }

    /** Whether the word is a month there, next to a day or a year but not both. */
    boolean isMonthWithPart(int at) {
        if (isEnglish(at)) {
            return true;
        }
        if (isForeign(at)) {
            return !(text.isCapitalised(at) && CAPITAL_WORDS.contains(text.key(at)));
        }
        return MonthNames.isEnglishName(text.key(at)) && !LOWER_CASE_WORDS.contains(text.key(at));
    }

    /** Whether it is a month without day and year: after a time word, or as a modifier ("the July summit"). */
    boolean isMonthAlone(int at, boolean continuesRange) {
        if (!isEnglish(at)) {
            return false;
        }
        if (continuesRange || isAfter(at, BEFORE_MONTH)) {
            return true;
        }
        if (isAfter(at, BEFORE_MONTH_OR_NAME)) {
            return !isBeforeName(end(at));
        }
        return isDetermined(at) && isBeforeNoun(end(at)) && !text.is(at, "may");
    }

    private boolean isAfter(int at, Set<String> words) {
        if (text.isSpaced(at)) {
            return words.contains(text.key(at - 1));
        }
        boolean hyphen = text.isGlued(at) && text.isGlued(at - 1, "-");
        return hyphen && words.contains(text.key(at - 2));
    }

    private boolean isBeforeName(int next) {
        if (text.isSpaced(next)) {
            return text.isCapitalised(next);
        }
        return text.isGlued(next, "-") && text.isCapitalised(next + 1);
    }

    private boolean isDetermined(int at) {
        if (!text.isSpaced(at)) {
            return false;
        }
        return DETERMINERS.contains(text.key(at - 1)) || text.isPossessive(at - 1);
    }

    private boolean isBeforeNoun(int next) {
        return text.isSpaced(next) && text.isWord(next) && !text.isCapitalised(next);
    }
}
