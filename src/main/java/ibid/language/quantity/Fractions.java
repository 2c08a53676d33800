package ibid.language.quantity;

import ibid.language.Lexemes;
import ibid.language.NumberWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads fractions as percentages: "a third of", "two-thirds", "half the". "Third carrier" and "the first quarter" are
 * not fractions.
 */
final class Fractions {

    private static final Map<String, Integer> PARTS = parts();
    private static final Set<String> AFTER_HALF = Set.of("of", "the", "its", "his", "her", "their", "our", "all");
    private static final double PERCENT_ROUNDING = 0.5; // "a third" is 33 per cent

    private final Lexemes text;

    Fractions(Lexemes text) {
        this.text = text;
    }

    private static Map<String, Integer> parts() {
        Map<String, Integer> parts = new HashMap<>(Map.of("quarter", 4, "quarters", 4));
        List<String> names = List.of("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
        for (int at = 0; at < names.size(); at++) {
            parts.put(names.get(at), at + 3);
            parts.put(names.get(at) + "s", at + 3);
        }
        return Map.copyOf(parts);
    }

    Optional<Quantity> read(int at) {
        boolean compound = text.isGlued(at) && text.is(at - 1, "-");
        if (!text.isWord(at) || compound) {
            return Optional.empty();
        }
        return text.is(at, "half") ? half(at) : parts(at);
    }

    private Optional<Quantity> parts(int at) {
        int part = text.isGlued(at + 1, "-") ? at + 2 : at + 1;
        int count = count(at).orElse(0);
        int parts = PARTS.getOrDefault(text.key(part), 0);
        if (count <= 0 || count >= parts || !isNumberOf(count, part)) {
            return Optional.empty();
        }
        return Optional.of(fraction(100.0 * count / parts, at, part + 1));
    }

    /** "a third of", "two thirds". */
    private boolean isNumberOf(int count, int part) {
        boolean plural = text.key(part).endsWith("s");
        if (count > 1) {
            return plural;
        }
        return !plural && text.is(part + 1, "of");
    }

    private OptionalInt count(int at) {
        return text.is(at, "a") ? OptionalInt.of(1) : NumberWords.cardinal(text.key(at));
    }

    private Optional<Quantity> half(int at) {
        boolean ordinal = NumberWords.ordinal(text.key(at - 1)).isPresent();
        if (ordinal || !AFTER_HALF.contains(text.key(at + 1))) {
            return Optional.empty();
        }
        return Optional.of(fraction(50, at, at + 1));
    }

    private Quantity fraction(double percent, int from, int to) {
        String words = text.slice(from, to);
        return new Quantity(Quantity.Kind.FRACTION, percent, "percent", PERCENT_ROUNDING, "", words, text.start(from));
    }
}
