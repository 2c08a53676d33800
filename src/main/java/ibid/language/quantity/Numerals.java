package ibid.language.quantity;

import ibid.language.Lexemes;
import ibid.language.NumberWords;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads numbers in figures and in words: "400,000", "3.5", "3rd", "twenty-five", "third". */
final class Numerals {

    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
    private static final int GROUP_FIGURES = 3;
    private static final int MIN_TENS = 20;

    private final Lexemes text;

    Numerals(Lexemes text) {
        this.text = text;
    }

    Optional<Numeral> read(int at) {
        if (text.isNumber(at)) {
            return Optional.of(figures(at));
        }
        if (text.is(at, "a") || text.is(at, "an")) {
            return Optional.of(Numeral.article(1, at + 1));
        }
        if (text.phrase(at, 2).equals("half a")) {
            return Optional.of(Numeral.article(0.5, at + 2));
        }
        OptionalInt cardinal = NumberWords.cardinal(text.key(at));
        if (cardinal.isPresent() && cardinal.getAsInt() > 0) {
            return Optional.of(spelled(at, cardinal.getAsInt()));
        }
        return ordinal(at);
    }

    private Optional<Numeral> ordinal(int at) {
        OptionalInt ordinal = NumberWords.ordinal(text.key(at));
        if (ordinal.isEmpty() || ordinal.getAsInt() == 1) {
            return Optional.empty();
        }
        return Optional.of(Numeral.ordinal(ordinal.getAsInt(), at + 1));
    }

    private Numeral spelled(int at, int number) {
        if (number < MIN_TENS || !text.isGlued(at + 1, "-") || !text.isGlued(at + 2)) {
            return Numeral.word(number, at + 1);
        }
        int ones = NumberWords.cardinal(text.key(at + 2)).orElse(0);
        return ones > 0 && ones < 10 ? Numeral.word(number + ones, at + 3) : Numeral.word(number, at + 1);
    }

    private Numeral figures(int at) {
        int end = at + 1;
        StringBuilder figures = new StringBuilder(text.text(at));
        while (text.text(at).length() <= GROUP_FIGURES && isGroup(end)) {
            figures.append(text.text(end + 1));
            end += 2;
        }
        if (text.isGlued(end, ".") && text.isGluedNumber(end + 1)) {
            String decimals = text.text(end + 1);
            figures.append('.').append(decimals);
            return numeral(figures, Math.pow(10, -decimals.length()), end + 2);
        }
        return numeral(figures, trailingZeros(figures), end);
    }

    private Numeral numeral(CharSequence figures, double place, int end) {
        double value = Double.parseDouble(figures.toString());
        boolean ordinal = text.isGlued(end) && ORDINAL_ENDINGS.contains(text.key(end));
        if (ordinal) {
            return Numeral.ordinal(value, end + 1);
        }
        return new Numeral(Quantity.Kind.CARDINAL, value, place, false, end);
    }

    private boolean isGroup(int comma) {
        boolean figures = text.isNumber(comma + 1) && text.text(comma + 1).length() == GROUP_FIGURES;
        return text.isGlued(comma, ",") && text.isGlued(comma + 1) && figures;
    }

    private static double trailingZeros(CharSequence figures) {
        int end = figures.length();
        while (end > 1 && figures.charAt(end - 1) == '0') {
            end--;
        }
        return Math.pow(10, figures.length() - end);
    }
}
