package ibid.answer.question;

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
            add(metonyms, pair[0], pair[1]);
            add(metonyms, pair[1], pair[0]);
        }
        return metonyms;
    }

    private static void add(Map<String, Set<String>> metonyms, String term, String other) {
        metonyms.computeIfAbsent(term, first -> new HashSet<>()).add(other);
    }
}
