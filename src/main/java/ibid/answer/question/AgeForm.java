package ibid.answer.question;

import ibid.language.Lexemes;
import ibid.language.quantity.Quantity;
import java.util.Set;

/**
 * Tells an age from other numbers: "57-year-old", "aged 57", "Ms Rao, 57, said", "He was 57.", "At 57, she is"; "served
 * 12 years" is none.
 */
final class AgeForm {

    private static final Set<String> BEFORE_AGE = Set.of("aged", "age", "ages", "turned", "turns", "turning");
    private static final Set<String> UNITS = Set.of("year", "month", "decade", "century");
    private static final Set<String> BE = Set.of("is", "was", "be", "been");
    private static final Set<String> PERSONS = Set.of("he", "she", "who");
    private static final int MAX_AGE = 120; // of a person; what is older has a unit

    private AgeForm() {}

    static AskedQuantity.Fit fit(Quantity quantity, Lexemes words) {
        int end = words.indexAt(quantity.end());
        if (UNITS.contains(quantity.unit())) {
            boolean isOld = words.is(end, "old") || words.isGlued(end, "-") && words.is(end + 1, "old");
            return isOld ? AskedQuantity.Fit.EXACT : AskedQuantity.Fit.POSSIBLE;
        }
        boolean mayBeAge = quantity.unit().isEmpty() && quantity.value() <= MAX_AGE;
        boolean isTold = mayBeAge && isToldAsAge(words, words.indexAt(quantity.start()), end);
        return isTold ? AskedQuantity.Fit.EXACT : AskedQuantity.Fit.NONE;
    }

    private static boolean isToldAsAge(Lexemes words, int from, int end) {
        return words.isOneOf(from - 1, BEFORE_AGE) || isPredicate(words, from, end) || isApposed(words, from, end);
    }

    /** "He was 57.", "At 57, she is". */
    private static boolean isPredicate(Lexemes words, int from, int end) {
        boolean isOfPerson = words.isOneOf(from - 1, BE) && words.isOneOf(from - 2, PERSONS);
        boolean isOpening = words.is(from - 1, "at") && from == 1;
        return isOfPerson && isEnd(words, end) || isOpening && words.is(end, ",");
    }

    /** "Ms Rao, 57, said", "Ms Rao (57)". */
    private static boolean isApposed(Lexemes words, int from, int end) {
        boolean isBetweenCommas = words.is(from - 1, ",") && isEnd(words, end);
        boolean isBracketed = words.is(from - 1, "(") && words.is(end, ")");
        return (isBetweenCommas || isBracketed) && words.isCapitalised(from - 2);
    }

    private static boolean isEnd(Lexemes words, int at) {
        return at >= words.size() || words.is(at, ",") || words.is(at, ".");
    }
}
