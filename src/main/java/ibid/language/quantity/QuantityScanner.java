package ibid.language.quantity;

import ibid.language.Lexemes;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the quantities of a text, word by word. */
final class QuantityScanner {

    private static final int MAX_UNIT_WORDS = 3; // "miles per hour"
    private static final Set<String> DOLLARS = Set.of("us", "a", "au", "c", "ca", "hk", "nz", "s", "nt", "r");
    private static final Set<String> CURRENCIES = Set.of("$", "€", "£", "¥");
    private static final Set<String> GLUED_TO_FIGURES = Set.of("k", "m");
    private static final Set<String> VAGUE =
            Set.of("dozens", "hundreds", "thousands", "millions", "billions", "once", "twice");

    private final Lexemes text;
    private final Numerals numerals;
    private final Fractions fractions;
    private final List<Quantity> found = new ArrayList<>();

    private QuantityScanner(String text) {
        this.text = new Lexemes(withoutDates(text));
        numerals = new Numerals(this.text);
        fractions = new Fractions(this.text);
    }

    static List<Quantity> scan(String text) {
        QuantityScanner scanner = new QuantityScanner(text);
        int at = 0;
        while (at < scanner.text.size()) {
            at = scanner.scan(at);
        }
        return scanner.found;
    }

    private static String withoutDates(String text) {
        StringBuilder withoutDates = new StringBuilder(text);
        for (Timex timex : TemporalTagger.tag(text)) {
            String blank = " ".repeat(timex.end() - timex.start());
            if (timex.isWritten()) {
                withoutDates.replace(timex.start(), timex.end(), blank);
            }
        }
        return withoutDates.toString();
    }

    /** Adds the quantity that begins there, if there is one, and returns the next position. */
    private int scan(int at) {
        Optional<Quantity> fraction = fractions.read(at);
        if (fraction.isPresent()) {
            found.add(fraction.get());
            return after(at, fraction.get());
        }
        if (VAGUE.contains(text.key(at)) && isLoose(at)) {
            found.add(new Quantity(Quantity.Kind.VAGUE, 0, "", 0, "", text.text(at), text.start(at)));
            return at + 1;
        }
        return scanNumber(at);
    }

    private int scanNumber(int at) {
        int number = afterCurrency(at);
        boolean hasCurrency = number > at;
        Optional<Numeral> numeral = hasCurrency || isLoose(at) ? numerals.read(number) : Optional.empty();
        return numeral.map(read -> add(at, hasCurrency, read)).orElse(at + 1);
    }

    private int after(int at, Quantity quantity) {
        int next = at;
        while (text.start(next) < quantity.end()) {
            next++;
        }
        return next;
    }

    /** Whether it is outside a word or name such as "MH17" or "F-35". */
    private boolean isLoose(int at) {
        if (!text.isGlued(at)) {
            return true;
        }
        if (text.isAlphanumeric(at - 1)) {
            return false;
        }
        return !(text.is(at - 1, "-") && text.isGlued(at - 1) && text.isWord(at - 2));
    }

    private int afterCurrency(int at) {
        int sign = DOLLARS.contains(text.key(at)) && text.isGlued(at + 1, "$") ? at + 1 : at;
        boolean loose = !text.isGlued(at) || !(text.isAlphanumeric(at - 1));
        return CURRENCIES.contains(text.key(sign)) && loose ? sign + 1 : at;
    }

    private int add(int at, boolean hasCurrency, Numeral numeral) {
        int end = numeral.end();
        double magnitude = 1;
        Optional<Double> factor = magnitude(end);
        while (factor.isPresent()) {
            magnitude *= factor.get();
            end = magnitudeAt(end) + 1;
            factor = text.is(end - 1, "hundred") ? magnitude(end) : Optional.empty();
        }
        if (text.isGlued(end, "s")) {
            end++;
        }
        if (isIncomplete(numeral, end)) {
            return at + 1;
        }
        if (!text.is(numeral.end() - 1, "second")) {
            found.add(quantity(at, hasCurrency, numeral, magnitude, end));
        }
        return end;
    }

    /** Whether it is part of a word, or lacks the magnitude that makes it a number. */
    private boolean isIncomplete(Numeral numeral, int end) {
        boolean ofWord = text.isGlued(end) && text.isAlphanumeric(end);
        return ofWord || numeral.needsMagnitude() && end == numeral.end();
    }

    private Quantity quantity(int at, boolean hasCurrency, Numeral numeral, double magnitude, int end) {
        int behind = text.isGlued(end, "-") ? end + 1 : end;
        int unitEnd = unitEnd(behind);
        String next = unitText(behind, unitEnd);
        String unit = Units.of(hasCurrency ? currency(at) : next);
        boolean unitBehind = !unit.isEmpty() && !hasCurrency;
        String counted = unitBehind ? word(unitEnd) : next;
        String words = text.slice(at, unitBehind ? unitEnd : end);
        double value = numeral.value() * magnitude;
        double rounding = rounding(at, numeral, magnitude);
        return new Quantity(numeral.kind(), value, unit, rounding, counted, words, text.start(at));
    }

    private double rounding(int at, Numeral numeral, double magnitude) {
        boolean rough = Approximators.isRough(text, at) || magnitude != 1;
        return rough ? numeral.place() * magnitude / 2 : 0;
    }

    private String currency(int at) {
        return text.isWord(at) ? "$" : text.key(at);
    }

    /** Behind the words from there that name a unit, as "square miles"; behind the first where none do. */
    private int unitEnd(int at) {
        if (text.is(at, "%")) {
            return at + 1;
        }
        if (text.is(at, "°")) {
            return text.isGluedWord(at + 1) ? at + 2 : at + 1; // "°C"
        }
        for (int words = MAX_UNIT_WORDS; words > 1; words--) {
            if (!Units.of(unitText(at, at + words)).isEmpty()) {
                return at + words;
            }
        }
        return text.isGlued(at + 1, "/") && text.isGluedWord(at + 2) ? at + 3 : at + 1;
    }

    private String unitText(int at, int end) {
        if (text.is(at, "%") || text.is(at, "°")) {
            return text.key(at);
        }
        if (text.isGlued(at + 1, "/") && end > at + 1) {
            return text.slice(at, end).toLowerCase(Locale.ROOT); // "km/h"
        }
        boolean joined = text.isSpaced(at) || text.isGlued(at) && text.is(at - 1, "-");
        return joined && text.isWord(at) ? text.phrase(at, end - at) : "";
    }

    private String word(int at) {
        if (!text.isSpaced(at) || !text.isWord(at)) {
            return "";
        }
        int end = at + 1;
        while (text.isGlued(end) && (text.isWord(end) || text.is(end, "-"))) {
            end++;
        }
        return text.slice(at, end).toLowerCase(Locale.ROOT);
    }

    private int magnitudeAt(int end) {
        return text.isGlued(end, "-") ? end + 1 : end;
    }

    private Optional<Double> magnitude(int end) {
        int at = magnitudeAt(end);
        boolean letter = GLUED_TO_FIGURES.contains(text.key(at));
        boolean glued = text.isGlued(at) && text.isNumber(at - 1);
        if (letter && !glued || !text.isSpaced(at) && !text.isGlued(at)) {
            return Optional.empty();
        }
        return Units.magnitude(text.key(at));
    }
}
