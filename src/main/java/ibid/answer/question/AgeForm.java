package ibid.answer.question;

import ibid.language.Lexemes;
import ibid.language.quantity.Quantity;
import java.util.Set;

/** Tells an age from other numbers: "57-year-old", "aged 57", "Ms Rao, 57, said"; "served 12 years" is none. */
final class AgeForm {

    private static final Set<String> BEFORE_AGE = Set.of("aged", "age", "ages", "turned", "turns", "turning");
    private static final Set<String> UNITS = Set.of("year", "month", "decade", "century");
    private static final int MAX_AGE = 120; // of a person; what is older has a unit

    private AgeForm() {}

    static AskedQuantity.Fit fit(Quantity quantity, Lexemes words) {
        int from = 0;
        int end = 0;
        for (int at = 0; at < words.size(); at++) {
            from += words.start(at) < quantity.start() ? 1 : 0;
            end += words.start(at) < quantity.end() ? 1 : 0;
        }
        if (UNITS.contains(quantity.unit())) {
            boolean isOld = words.is(end, "old") || words.isGlued(end, "-") && words.is(end + 1, "old");
            return isOld ? AskedQuantity.Fit.EXACT : AskedQuantity.Fit.POSSIBLE;
        }
        if (!quantity.unit().isEmpty() || quantity.value() > MAX_AGE) {
            return AskedQuantity.Fit.NONE;
        }
        boolean isToldAsAge = BEFORE_AGE.contains(words.key(from - 1));
        boolean isApposed = words.is(from - 1, ",") && words.isCapitalised(from - 2) && isEnd(words, end);
        boolean isBracketed = words.is(from - 1, "(") && words.isCapitalised(from - 2) && words.is(end, ")");
        return isToldAsAge || isApposed || isBracketed ? AskedQuantity.Fit.EXACT : AskedQuantity.Fit.NONE;
    }

    private static boolean isEnd(Lexemes words, int at) {
        return at >= words.size() || words.is(at, ",") || words.is(at, ".");
    }
}
