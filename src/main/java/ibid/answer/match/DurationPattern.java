package ibid.answer.match;

import ibid.language.Lexemes;
import ibid.language.MonthNames;
import java.util.Set;

/**
 * A length of time that is no number with a unit: "for more than a century", "half a year", "from 1910 to 1945", "since
 * 1967".
 */
record DurationPattern(Lexemes words) {

    private static final Set<String> PERIODS = Set.of(
            "millennium",
            "century",
            "decade",
            "generation",
            "year",
            "month",
            "week",
            "fortnight",
            "day",
            "hour",
            "minute");
    private static final Set<String> BEFORE = Set.of(
            "for", "than", "over", "about", "almost", "nearly", "within", "least", "lasts", "lasted", "takes", "took",
            "half", "quite", "around", "under", "roughly");
    private static final Set<String> NOT_AFTER = Set.of("ago", "later", "earlier", "before", "old");
    private static final int YEAR_DIGITS = 4;

    /** The place behind what begins there; the place itself where nothing does. */
    int end(int at) {
        int years = endOfYears(at);
        return years > at ? years : Math.max(endOfPeriod(at), endOfBeginning(at));
    }

    private int endOfPeriod(int at) {
        int article = words.is(at, "half") ? at + 1 : at;
        boolean isOne = words.is(article, "a") || words.is(article, "an");
        boolean isPeriod = isOne && words.isOneOf(article + 1, PERIODS);
        boolean isLength = article > at || words.isOneOf(at - 1, BEFORE);
        return isPeriod && isLength && !words.isOneOf(article + 2, NOT_AFTER) ? article + 2 : at;
    }

    private int endOfYears(int at) {
        boolean isRange = words.is(at, "from") && isYear(at + 1) && words.is(at + 2, "to") && isYear(at + 3);
        return isRange ? at + 4 : at;
    }

    /** "since 1967", "since May 1967" */
    private int endOfBeginning(int at) {
        int year = MonthNames.ofEnglish(words.key(at + 1)).isPresent() ? at + 2 : at + 1;
        return words.is(at, "since") && isYear(year) ? year + 1 : at;
    }

    private boolean isYear(int at) {
        return words.isNumber(at) && words.text(at).length() == YEAR_DIGITS;
    }
}
