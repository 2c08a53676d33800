package ibid.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that negate or weaken a sentence: negations, hedges and opposites. Lower case. */
public final class Polarity {

    private static final Set<String> NEGATIONS = WordList.read(Polarity.class, "negations.txt");
    private static final Set<String> HEDGES = WordList.read(Polarity.class, "hedges.txt");
    private static final Map<String, Set<String>> OPPOSITES = opposites();

    private Polarity() {}

    /** Whether the word is a negation: "not", "refused". */
    static boolean isNegation(String word) {
        return NEGATIONS.contains(word);
    }

    /** Whether the word is a hedge: "may", "allegedly". */
    static boolean isHedge(String word) {
        return HEDGES.contains(word);
    }

    /** Whether one word is the other's opposite. */
    public static boolean areOpposites(String one, String other) {
        return OPPOSITES.getOrDefault(one, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> opposites() {
        Map<String, Set<String>> opposites = new HashMap<>();
        for (String line : WordList.lines(Polarity.class, "opposites.txt")) {
            List<String> pair = List.of(line.split(" "));
            add(opposites, pair.get(0), pair.get(1));
            add(opposites, pair.get(1), pair.get(0));
        }
        return opposites;
    }

    private static void add(Map<String, Set<String>> opposites, String word, String opposite) {
        opposites.computeIfAbsent(word, key -> new HashSet<>()).add(opposite);
    }
}
