package ibid.language.quantity;

import ibid.language.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words and signs of units and magnitudes, from resource files. */
final class Units {

    private static final Map<String, String> UNITS = units();
    private static final Map<String, Double> MAGNITUDES = magnitudes();

    private Units() {}

    /** The name of the unit that a word or sign in lower case means; empty if it means none. */
    static String of(String word) {
        return UNITS.getOrDefault(word, "");
    }

    /** The factor for a number before the word. */
    static Optional<Double> magnitude(String word) {
        return Optional.ofNullable(MAGNITUDES.get(word));
    }

    private static Map<String, String> units() {
        Map<String, String> units = new HashMap<>();
        for (String line : WordList.lines(Units.class, "units.txt")) {
            List<String> words = List.of(line.split(" "));
            for (String word : words) {
                units.put(word.replace('_', ' '), words.getFirst().replace('_', ' '));
            }
        }
        return Map.copyOf(units);
    }

    private static Map<String, Double> magnitudes() {
        Map<String, Double> magnitudes = new HashMap<>();
        for (String line : WordList.lines(Units.class, "magnitudes.txt")) {
            List<String> words = List.of(line.split(" "));
            for (String word : words.subList(1, words.size())) {
                magnitudes.put(word, Double.parseDouble(words.getFirst()));
            }
        }
        return Map.copyOf(magnitudes);
    }
}
