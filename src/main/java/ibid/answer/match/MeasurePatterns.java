package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AskedQuantity;
import ibid.language.Lexemes;
import ibid.language.NumberWords;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds quantities that are no number with a unit: "every four years", "3-1", "7.30 p.m.", "second place". */
final class MeasurePatterns {

    private static final Set<String> OF_COMPARISON = Set.of(
            "as", "more", "less", "the", "larger", "bigger", "higher", "greater", "faster", "smaller", "its", "their");
    private static final Set<String> RATES = WordList.read(MeasurePatterns.class, "rate-adverbs.txt");
    private static final Set<String> PERIODS = WordList.read(MeasurePatterns.class, "periods.txt");
    private static final Set<String> PER = Set.of("a", "an", "per", "each", "every");
    private static final Set<String> CLOCK_WORDS = Set.of("noon", "midnight", "midday");
    private static final Set<String> RANK_NOUNS =
            Set.of("place", "position", "rank", "spot", "in", "worldwide", "globally", "nationally", "overall");
    private static final Set<String> BEFORE_RANK =
            Set.of("ranked", "ranks", "rank", "finished", "came", "placed", "finish", "no", "number", "#");
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> OTHER_OR_FEW = Set.of("other", "few", "couple");
    private static final Set<String> BETWEEN_SCORES = Set.of("-", "–", "to");
    private static final Set<String> NOT_AFTER_SCORE = Set.of("-", "/", "%");
    private static final int MAX_SCORE = 300; // of a game; "2019-2024" is none
    private static final int MAX_HOUR = 24;

    private final Lexemes words;
    private final List<AnswerMatch> found = new ArrayList<>();

    private MeasurePatterns(String sentence) {
        words = new Lexemes(sentence);
    }

    static List<AnswerMatch> find(AskedQuantity.Measure measure, String sentence) {
        MeasurePatterns patterns = new MeasurePatterns(sentence);
        int at = 0;
        while (at < patterns.words.size()) {
            int end = patterns.end(measure, at);
            if (end > at) {
                patterns.add(at, end);
            }
            at = Math.max(end, at + 1);
        }
        return patterns.found;
    }

    private void add(int from, int end) {
        AnswerExtent extent = AnswerExtent.of(words, from, end);
        found.add(new AnswerMatch(extent.text(), extent.start(), true, extent));
    }

    /** The place behind what begins there; the place itself where nothing does. */
    private int end(AskedQuantity.Measure measure, int at) {
        return switch (measure) {
            case FREQUENCY -> endOfFrequency(at);
            case CLOCK -> endOfClock(at);
            case SCORE -> endOfScore(at);
            case RANK -> endOfRank(at);
            case DURATION, EXTENT -> new DurationPattern(words).end(at);
            case COUNT, AREA, AGE, SHARE, TEMPERATURE, SPEED, WEIGHT, VOLUME, LENGTH, MONEY, CHANGE, SIZE, UNKNOWN ->
                at;
        };
    }

    private int endOfFrequency(int at) {
        if (words.isOneOf(at, RATES)) {
            return at + 1;
        }
        int end = endOfEvery(at);
        return end > at ? end : endOfTimes(at);
    }

    /** "every four years", "each spring" */
    private int endOfEvery(int at) {
        if (!words.is(at, "every") && !words.is(at, "each")) {
            return at;
        }
        int unit = isNumber(at + 1) || words.isOneOf(at + 1, OTHER_OR_FEW) ? at + 2 : at + 1;
        return words.isOneOf(unit, PERIODS) ? unit + 1 : at;
    }

    /** "twice a year", "three times every season" */
    private int endOfTimes(int at) {
        int per = at;
        if (words.is(at, "once") || words.is(at, "twice")) {
            per = at + 1;
        } else if (isNumber(at) && words.is(at + 1, "times")) {
            per = at + 2;
        }
        if (per == at) {
            return at;
        }
        if (words.isOneOf(per, PER) && words.isOneOf(per + 1, PERIODS)) {
            return per + 2;
        }
        int every = endOfEvery(per);
        if (every > per) {
            return every;
        }
        return words.isOneOf(per, OF_COMPARISON) ? at : per; // "four times", but not "four times as many"
    }

    private boolean isNumber(int at) {
        return words.isNumber(at) || NumberWords.cardinal(words.key(at)).isPresent();
    }

    private int endOfClock(int at) {
        if (words.isOneOf(at, CLOCK_WORDS)) {
            return at + 1;
        }
        if (!words.isNumber(at) || words.number(at) > MAX_HOUR || words.isGlued(at)) {
            return at;
        }
        int time = endOfMinutes(at);
        int end = endOfHalfDay(time);
        return end > time || time > at + 1 && words.is(at + 1, ":") ? end : at;
    }

    /** The place behind "7" or "7.30". */
    private int endOfMinutes(int hour) {
        boolean isJoined = words.isGlued(hour + 1, ":") || words.isGlued(hour + 1, ".");
        boolean hasMinutes =
                words.isGluedNumber(hour + 2) && words.text(hour + 2).length() == 2;
        return isJoined && hasMinutes ? hour + 3 : hour + 1;
    }

    /** The place behind "p.m." or "o'clock"; the place itself where neither is there. */
    private int endOfHalfDay(int at) {
        if (words.is(at, "am") || words.is(at, "pm")) {
            return at + 1;
        }
        if (words.is(at, "o") && words.is(at + 2, "clock")) {
            return at + 3;
        }
        boolean isAbbreviated = words.isGlued(at + 1, ".") && words.isGlued(at + 2, "m");
        if (!words.is(at, "a") && !words.is(at, "p") || !isAbbreviated) {
            return at;
        }
        return words.isGlued(at + 3, ".") ? at + 4 : at + 3;
    }

    private int endOfScore(int at) {
        if (!words.isOneOf(at + 1, BETWEEN_SCORES) || words.isGlued(at, "-")) {
            return at;
        }
        boolean goesOn = words.isGlued(at + 3) && words.isOneOf(at + 3, NOT_AFTER_SCORE);
        return isScore(at) && isScore(at + 2) && !goesOn ? at + 3 : at;
    }

    private boolean isScore(int at) {
        return words.isNumber(at) && words.number(at) <= MAX_SCORE;
    }

    private int endOfRank(int at) {
        int end = endOfOrdinal(at);
        boolean isRank = words.isOneOf(end, RANK_NOUNS) || words.isOneOf(at - 1, BEFORE_RANK);
        if (end > at && isRank) {
            return words.is(end, "place") || words.is(end, "position") ? end + 1 : end;
        }
        return endOfNumbered(at);
    }

    /** "No. 3", "number three" */
    private int endOfNumbered(int at) {
        boolean isAbbreviated = words.is(at, "no") && words.isGlued(at + 1, ".");
        int number = isAbbreviated ? at + 2 : at + 1;
        return (isAbbreviated || words.is(at, "number")) && isNumber(number) ? number + 1 : at;
    }

    /** The place behind "third" or "3rd"; the place itself where none is there. */
    private int endOfOrdinal(int at) {
        if (words.isNumber(at) && words.isGlued(at + 1) && words.isOneOf(at + 1, ORDINAL_ENDINGS)) {
            return at + 2;
        }
        return NumberWords.ordinal(words.key(at)).isPresent() ? at + 1 : at;
    }
}
