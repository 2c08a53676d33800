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

    private static final Set<String> RATES = WordList.read(MeasurePatterns.class, "rate-adverbs.txt");
    private static final Set<String> PERIODS = WordList.read(MeasurePatterns.class, "periods.txt");
    private static final Set<String> PER = Set.of("a", "an", "per", "each", "every");
    private static final Set<String> CLOCK_WORDS = Set.of("noon", "midnight", "midday");
    private static final Set<String> RANK_NOUNS =
            Set.of("place", "position", "rank", "spot", "in", "worldwide", "globally", "nationally", "overall");
    private static final Set<String> BEFORE_RANK =
            Set.of("ranked", "ranks", "rank", "finished", "came", "placed", "finish", "no", "number", "#");
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
            case COUNT,
                    AREA,
                    AGE,
                    SHARE,
                    TEMPERATURE,
                    SPEED,
                    WEIGHT,
                    VOLUME,
                    DURATION,
                    EXTENT,
                    LENGTH,
                    MONEY,
                    SIZE,
                    UNKNOWN -> at;
        };
    }

    private int endOfFrequency(int at) {
        if (RATES.contains(words.key(at))) {
            return at + 1;
        }
        if (words.is(at, "every") || words.is(at, "each")) {
            int unit = isNumber(at + 1) || words.is(at + 1, "other") || words.is(at + 1, "few") ? at + 2 : at + 1;
            return PERIODS.contains(words.key(unit)) ? unit + 1 : at;
        }
        int per = at;
        if (words.is(at, "once") || words.is(at, "twice")) {
            per = at + 1;
        } else if (isNumber(at) && words.is(at + 1, "times")) {
            per = at + 2;
        }
        if (per == at) {
            return at;
        }
        if (PER.contains(words.key(per)) && PERIODS.contains(words.key(per + 1))) {
            return per + 2;
        }
        int every = words.is(per, "every") ? endOfFrequency(per) : per;
        return every > per ? every : at;
    }

    private boolean isNumber(int at) {
        return words.isNumber(at) || NumberWords.cardinal(words.key(at)).isPresent();
    }

    private int endOfClock(int at) {
        if (CLOCK_WORDS.contains(words.key(at))) {
            return at + 1;
        }
        if (!words.isNumber(at) || words.number(at) > MAX_HOUR || words.isGlued(at)) {
            return at;
        }
        boolean hasMinutes = (words.isGlued(at + 1, ":") || words.isGlued(at + 1, "."))
                && words.isGluedNumber(at + 2)
                && words.text(at + 2).length() == 2;
        int end = hasMinutes ? at + 3 : at + 1;
        if (words.is(end, "am") || words.is(end, "pm")) {
            return end + 1;
        }
        boolean isHalfDay = words.is(end, "a") || words.is(end, "p");
        if (isHalfDay && words.isGlued(end + 1, ".") && words.isGlued(end + 2, "m")) {
            return words.isGlued(end + 3, ".") ? end + 4 : end + 3;
        }
        if (words.is(end, "o") && words.is(end + 2, "clock")) {
            return end + 3;
        }
        return hasMinutes && words.is(at + 1, ":") ? end : at;
    }

    private int endOfScore(int at) {
        boolean isJoined = words.is(at + 1, "-") || words.is(at + 1, "–") || words.is(at + 1, "to");
        if (!isJoined || !words.isNumber(at) || !words.isNumber(at + 2)) {
            return at;
        }
        boolean isLow = words.number(at) <= MAX_SCORE && words.number(at + 2) <= MAX_SCORE;
        boolean goesOn = words.isGlued(at + 3, "-") || words.isGlued(at + 3, "/") || words.isGlued(at + 3, "%");
        return isLow && !goesOn && !words.isGlued(at, "-") ? at + 3 : at;
    }

    private int endOfRank(int at) {
        boolean isFigureOrdinal = words.isNumber(at)
                && words.isGlued(at + 1)
                && Set.of("st", "nd", "rd", "th").contains(words.key(at + 1));
        boolean isOrdinal =
                isFigureOrdinal || NumberWords.ordinal(words.key(at)).isPresent();
        int end = isFigureOrdinal ? at + 2 : at + 1;
        if (isOrdinal && (RANK_NOUNS.contains(words.key(end)) || BEFORE_RANK.contains(words.key(at - 1)))) {
            return words.is(end, "place") || words.is(end, "position") ? end + 1 : end;
        }
        boolean isNumbered = words.is(at, "no") && words.isGlued(at + 1, ".") || words.is(at, "number");
        int number = words.is(at, "no") ? at + 2 : at + 1;
        return isNumbered && isNumber(number) ? number + 1 : at;
    }
}
