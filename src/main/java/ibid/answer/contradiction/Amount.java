package ibid.answer.contradiction;

import ibid.answer.CuePhrases;
import ibid.language.WordList;
import ibid.language.quantity.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a figure can stand for: "about 700" is not told apart from 712, "at least 500" not from 530.
 *
 * @param low  in the unit
 * @param unit what it is measured in, of several that convert always the same; empty of things counted
 */
record Amount(double low, double high, String unit) {

    private static final Map<String, CuePhrases> BOUNDS = CuePhrases.readKinds(Amount.class, "bounds.txt");
    private static final Map<String, Measure> MEASURES = measures();
    private static final int WORDS_OF_BOUND_CHARS = 16; // "no fewer than "
    private static final double ROUND_SHARE = 0.05; // by which a round figure may miss, as 700 does 712
    private static final double ROUGH_SHARE = 0.1; // the same, said to be rough
    private static final double BEYOND_BOUND_SHARE = 0.3; // nobody says "at least 500" of 1,000
    private static final double CONVERSION_SHARE = 0.02; // by which converted figures miss each other

    private record Measure(String base, double size) {}

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new HashMap<>();
        for (String line : WordList.lines(Amount.class, "unit-sizes.txt")) {
            List<String> parts = List.of(line.split(" "));
            measures.put(parts.getFirst(), new Measure(parts.get(1), Double.parseDouble(parts.get(2))));
        }
        return Map.copyOf(measures);
    }

    /** What the quantity stands for in its sentence. */
    static Amount of(Quantity quantity, String sentence) {
        String before = sentence.substring(Math.max(0, quantity.start() - WORDS_OF_BOUND_CHARS), quantity.start());
        double value = quantity.value();
        if (isDirectlyBehind(before, "LOWER")) {
            return in(quantity.unit(), value, value * (1 + BEYOND_BOUND_SHARE));
        }
        if (isDirectlyBehind(before, "UPPER")) {
            return in(quantity.unit(), value * (1 - BEYOND_BOUND_SHARE / 2), value);
        }
        double rough = isDirectlyBehind(before, "ROUGH") ? ROUGH_SHARE : ROUND_SHARE;
        double tolerance = Math.max(quantity.rounding(), Math.min(lastPlace(value) / 2, rough * value));
        return in(quantity.unit(), value - tolerance, value + tolerance);
    }

    private static boolean isDirectlyBehind(String before, String bound) {
        List<CuePhrases.Occurrence> found = BOUNDS.get(bound).findIn(before);
        return !found.isEmpty() && before.substring(found.getLast().end()).isBlank();
    }

    /** Of a figure that ends in zeros, what its last other figure counts; 0 of one that is exact. */
    private static double lastPlace(double value) {
        double place = 1;
        while (value > 0 && value % (place * 10) == 0) {
            place *= 10;
        }
        return place > 1 ? place : 0;
    }

    private static Amount in(String unit, double low, double high) {
        Measure measure = MEASURES.get(unit);
        if (measure == null) {
            return new Amount(low, high, unit);
        }
        double slack = CONVERSION_SHARE * high * measure.size() / 2;
        return new Amount(low * measure.size() - slack, high * measure.size() + slack, measure.base());
    }

    /** The smallest that holds both. */
    Amount to(Amount other) {
        return new Amount(Math.min(low, other.low), Math.max(high, other.high), unit);
    }

    boolean isDisjointFrom(Amount other) {
        return unit.equals(other.unit) && (high < other.low || other.high < low);
    }
}
