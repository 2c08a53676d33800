package ibid.answer.rank;

import ibid.language.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of capitals that mean their governments, and the other way about: "Tokyo refused" is Japan. As index terms. */
final class Metonyms {

    private static final Map<String, Set<String>> METONYMS = read();

    private Metonyms() {}

    /** What a term may be called instead; empty where it is no capital or country of the list. */
    static Set<String> of(String term) {
        return METONYMS.getOrDefault(term, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> metonyms = new HashMap<>();
        for (String line : WordList.lines(Metonyms.class, "capitals.txt")) {
            String[] pair = line.split(" ");
            metonyms.computeIfAbsent(pair[0], term -> new HashSet<>()).add(pair[1]);
            metonyms.computeIfAbsent(pair[1], term -> new HashSet<>()).add(pair[0]);
        }
        return metonyms;
    }
}
