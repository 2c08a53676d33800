package ibid.language.quantity;

import ibid.language.Inflections;
import java.util.List;

/**
 * A number in a text, multiplied by its magnitude word: "about 0.4 million people" is 400,000, rounded to 100,000.
 *
 * @param value    of a fraction the percentage, with the unit percent
 * @param unit     percent, a currency, a measure, or empty
 * @param rounding half of its last place where it is given roughly or with a magnitude word; else 0
 * @param counted  the word after it, lower case: what is counted
 * @param words    as written
 * @param start    char offset of the words
 */
public record Quantity(Kind kind, double value, String unit, double rounding, String counted, String words, int start) {

    /** CARDINAL: "700"; ORDINAL: "third"; FRACTION: "a third of"; VAGUE: "hundreds", without a comparable value. */
    public enum Kind {
        CARDINAL,
        ORDINAL,
        FRACTION,
        VAGUE
    }

    private static final String PERCENT = "percent";
    private static final double RELATIVE_ERROR = 1e-9; // of floating point
    private static final double ROUNDING_ERROR = 1.0001;

    /**
     * Every number of a text in order; years and the days of dates are {@link ibid.language.time.TemporalTagger}'s.
     * "One" alone is left out, because it is usually a word and not a number.
     */
    public static List<Quantity> in(String text) {
        return all(text).stream().filter(number -> !number.isOne()).toList();
    }

    /** The same, with every "one". */
    public static List<Quantity> all(String text) {
        return mentioned(text).stream()
                .filter(quantity -> quantity.kind != Kind.VAGUE)
                .toList();
    }

    /** The same, with words that only mean a large number or a frequency: "hundreds", "twice". */
    public static List<Quantity> mentioned(String text) {
        return QuantityScanner.scan(text);
    }

    /** The unit that these words name, as in "how many square miles"; empty where they name none. */
    public static String unitNamed(String firstWord, String firstTwoWords) {
        String unit = Units.of(firstTwoWords);
        return unit.isEmpty() ? Units.of(firstWord) : unit;
    }

    public int end() {
        return start + words.length();
    }

    /** Whether the other has the same value, within the rounding of the less exact one, and no other unit. */
    public boolean isGivenBy(Quantity other) {
        boolean units = unit.equals(other.unit)
                || unit.isEmpty() && !other.unit.equals(PERCENT)
                || other.unit.isEmpty() && !unit.equals(PERCENT);
        double tolerance = Math.max(rounding, other.rounding) * ROUNDING_ERROR;
        return units && Math.abs(value - other.value) <= Math.max(RELATIVE_ERROR * Math.abs(value), tolerance);
    }

    /** Whether it is the word "one" and neither the digit nor "one million". */
    public boolean isOne() {
        return value == 1 && words.length() >= 3 && words.substring(0, 3).equalsIgnoreCase("one");
    }

    /** Whether both count the same thing. */
    public boolean countsSame(Quantity other) {
        if (!unit.equals(other.unit)) {
            return false;
        }
        if (!unit.isEmpty() && !unit.equals(PERCENT)) {
            return true;
        }
        return !counted.isEmpty() && Inflections.stem(counted).equals(Inflections.stem(other.counted));
    }
}
