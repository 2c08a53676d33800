package ibid.language.time;

import ibid.language.Lexemes;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the weekdays of a text that mean one day: not "every Monday", "the Sunday Times" or "Black Friday", and not a
 * weekday followed by its date.
 */
final class Weekdays {

    private static final Set<String> BEFORE_OTHERS = Set.of(
            "every", "each", "black", "good", "holy", "ash", "palm", "bloody", "super", "cyber", "giving", "easter",
            "maundy", "shrove");
    private static final Set<String> AFTER_OTHERS = Set.of(
            "Times", "Telegraph", "Mirror", "Express", "Mail", "Post", "Herald", "Tribune", "Night", "Club", "School");

    private final Lexemes text;
    private final List<WrittenDate> written;

    Weekdays(Lexemes text, List<WrittenDate> written) {
        this.text = text;
        this.written = written;
    }

    static Optional<DayOfWeek> of(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    Optional<DayOfWeek> at(int at) {
        if (!text.isCapitalised(at)) {
            return Optional.empty();
        }
        Optional<DayOfWeek> day = of(text.key(at));
        if (day.isEmpty() || isHabit(at) || isName(at) || hasDate(at)) {
            return Optional.empty();
        }
        return day;
    }

    /** "every Monday", "on a Monday", "every Monday and Friday", and named days ("Black Friday"). */
    private boolean isHabit(int at) {
        if (isBeforeOthers(at - 1)) {
            return true;
        }
        boolean joined = text.is(at - 1, "and") || text.is(at - 1, "or");
        return joined && isBeforeOthers(at - 3);
    }

    private boolean isBeforeOthers(int at) {
        if (BEFORE_OTHERS.contains(text.key(at))) {
            return true;
        }
        boolean article = text.is(at, "a") || text.is(at, "an");
        return article && text.is(at - 1, "on");
    }

    private boolean isName(int at) {
        if (text.isGlued(at + 1, "-")) {
            return text.isGluedWord(at + 2);
        }
        return text.isSpaced(at + 1) && AFTER_OTHERS.contains(text.text(at + 1));
    }

    /** "Thursday, 16 October" is one day, given by its date. */
    private boolean hasDate(int at) {
        int next = at + 1;
        if (text.isGlued(next, ",") || text.isGlued(next, ".")) {
            next++;
        }
        if (text.is(next, "the")) {
            next++;
        }
        int date = next;
        return written.stream().anyMatch(one -> one.from() == date);
    }
}
