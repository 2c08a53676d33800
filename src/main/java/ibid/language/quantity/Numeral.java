package ibid.language.quantity;

/**
 * A number as written, without magnitude and unit.
 *
 * @param place          value of one step in its last digit
 * @param needsMagnitude whether it is a number only before a magnitude word: "a", "half a"
 * @param end            position after its last lexeme
 */
record Numeral(Quantity.Kind kind, double value, double place, boolean needsMagnitude, int end) {

    static Numeral word(double value, int end) {
        return new Numeral(Quantity.Kind.CARDINAL, value, 1, false, end);
    }

    static Numeral article(double value, int end) {
        return new Numeral(Quantity.Kind.CARDINAL, value, 1, true, end);
    }

    static Numeral ordinal(double value, int end) {
        return new Numeral(Quantity.Kind.ORDINAL, value, 1, false, end);
    }
}
