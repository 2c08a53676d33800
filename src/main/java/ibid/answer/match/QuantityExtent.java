package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AskedNoun;
import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.quantity.Approximators;
import ibid.language.quantity.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the words that belong to a quantity: what makes it rough, the other end of a range, smaller units, and what is
 * counted, as "about 700 personnel", "between 50 and 70 ships", "8 minutes 29 seconds".
 */
final class QuantityExtent {

    private static final Set<String> BETWEEN_ENDS = Set.of("to", "or", "-", "–", "—");
    private static final Set<String> RATE_WORDS = Set.of("a", "an", "per", "each", "every");
    private static final Set<String> RATE_UNITS =
            Set.of("year", "month", "week", "day", "hour", "minute", "second", "person", "head", "night", "season");
    private static final List<Set<String>> UNITS_BY_SIZE = List.of(
            Set.of("year", "hour", "foot", "kilometre", "dollar", "kilogram", "pound"),
            Set.of("month", "minute", "inch", "metre", "cent", "gram", "ounce"),
            Set.of("week", "day", "second", "centimetre"));
    private static final int MAX_WORDS_FROM_RANGE = 6; // "ranged, over the years, from"
    private static final int MAX_NOUN_WORDS = 4; // "700 American and other soldiers"

    private final Lexemes words;
    private final List<Quantity> quantities;

    /** @param quantities every quantity of the sentence */
    QuantityExtent(String sentence, List<Quantity> quantities) {
        this.words = new Lexemes(sentence);
        this.quantities = quantities;
    }

    AnswerExtent of(Quantity quantity) {
        Quantity first = withLargerUnits(firstOfRange(quantity));
        Quantity last = withSmallerUnits(lastOfRange(quantity, first != quantity));
        int from = fromVague(words.indexAt(first.start()));
        if (isBetween(first, last)) {
            from--;
        }
        return AnswerExtent.of(words, Approximators.start(words, from), endWithNoun(last));
    }

    private boolean isBetween(Quantity first, Quantity last) {
        int before = Approximators.start(words, words.indexAt(first.start())) - 1;
        return first != last && words.is(before, "between");
    }

    /** "tens of thousands" */
    private int fromVague(int at) {
        boolean isCounted = words.is(at - 1, "of") && (words.is(at - 2, "tens") || words.is(at - 2, "hundreds"));
        return isCounted ? at - 2 : at;
    }

    private Quantity firstOfRange(Quantity quantity) {
        int at = Approximators.start(words, words.indexAt(quantity.start()));
        for (Quantity other : quantities) {
            if (words.indexAt(other.end()) == at - 1 && other.end() <= quantity.start() && isRangeFrom(other, at - 1)) {
                return other;
            }
        }
        return quantity;
    }

    private Quantity lastOfRange(Quantity quantity, boolean isLast) {
        int at = words.indexAt(quantity.end());
        if (isLast || !isRangeFrom(quantity, at)) {
            return quantity;
        }
        return beginningAt(Approximators.end(words, at + 1)).orElse(quantity);
    }

    /** Whether the sign joins the ends of a range: "and" only behind "between"; "rose from 3 to 5" is none. */
    private boolean isRangeFrom(Quantity first, int sign) {
        int before = Approximators.start(words, words.indexAt(first.start())) - 1;
        if (words.is(sign, "and")) {
            return words.is(before, "between");
        }
        boolean isChange = words.is(before, "from") && !isRanging(before);
        return BETWEEN_ENDS.contains(words.key(sign)) && !isChange;
    }

    /** Whether "ranging" or the like is before, not far. */
    private boolean isRanging(int from) {
        for (int at = from - 1; at >= from - MAX_WORDS_FROM_RANGE; at--) {
            if (words.key(at).startsWith("rang")) {
                return true;
            }
        }
        return false;
    }

    private Optional<Quantity> beginningAt(int at) {
        return quantities.stream()
                .filter(quantity -> quantity.start() == words.start(at))
                .findFirst();
    }

    private Quantity withLargerUnits(Quantity quantity) {
        for (Quantity larger : quantities) {
            if (smallerBehind(larger).filter(quantity::equals).isPresent()) {
                return withLargerUnits(larger);
            }
        }
        return quantity;
    }

    private Quantity withSmallerUnits(Quantity quantity) {
        Quantity last = quantity;
        Optional<Quantity> next = smallerBehind(last);
        while (next.isPresent()) {
            last = next.get();
            next = smallerBehind(last);
        }
        return last;
    }

    private Optional<Quantity> smallerBehind(Quantity quantity) {
        int at = words.indexAt(quantity.end());
        at += words.is(at, ",") ? 1 : 0;
        at += words.is(at, "and") ? 1 : 0;
        return beginningAt(at).filter(next -> size(quantity) >= 0 && size(next) == size(quantity) + 1);
    }

    private static int size(Quantity quantity) {
        for (int size = 0; size < UNITS_BY_SIZE.size(); size++) {
            if (UNITS_BY_SIZE.get(size).contains(quantity.unit())) {
                return size;
            }
        }
        return Integer.MIN_VALUE;
    }

    /** The lexeme behind the quantity with what it counts. */
    private int endWithNoun(Quantity quantity) {
        int end = words.indexAt(quantity.end());
        int ending = endOfRateOrAge(end);
        if (ending > end) {
            return ending;
        }
        if (quantity.isOne() && !quantity.counted().isEmpty()) {
            return end + 1;
        }
        boolean isPart = quantity.unit().equals("percent") || quantity.kind() == Quantity.Kind.VAGUE;
        if (isPart && words.is(end, "of")) {
            return endOfNoun(end + 1, end);
        }
        return quantity.unit().isEmpty() ? endOfNoun(end, end) : end;
    }

    /** Behind "a year" or "-old"; the place itself where neither is there. */
    private int endOfRateOrAge(int end) {
        if (words.isOneOf(end, RATE_WORDS) && words.isOneOf(end + 1, RATE_UNITS)) {
            return end + 2;
        }
        if (words.is(end, "old")) {
            return end + 1;
        }
        return words.isGlued(end, "-") && words.is(end + 1, "old") ? end + 2 : end;
    }

    /** Behind the first plural among the next words; where none is there, the other place. */
    private int endOfNoun(int from, int otherwise) {
        for (int at = from; at < from + MAX_NOUN_WORDS && isOfNoun(at); at++) {
            if (isPlural(at)) {
                return at + 1;
            }
            if (words.isGlued(at + 1, "-")) { // "7,000 spin-off firms"
                at++;
            }
        }
        return otherwise;
    }

    private boolean isOfNoun(int at) {
        boolean joined = words.isSpaced(at) || words.isGlued(at) && words.is(at - 1, "-");
        return joined && words.isWord(at) && !AskedNoun.endsPhrase(words.key(at));
    }

    private boolean isPlural(int at) {
        boolean goesOn = words.isGlued(at + 1, "-") || words.isGlued(at + 1, "'") || words.isGlued(at + 1, "’");
        return !goesOn && Inflections.isPlural(words.key(at));
    }
}
