package ibid.answer.question;

import ibid.language.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Maps capitals to their countries and back, because news uses one for the other: "Tokyo refused" means Japan. All
 * names are index terms.
 */
final class Metonyms {

    private static final Map<String, Set<String>> METONYMS = read();

    private Metonyms() {}

    /** The other name of a term; empty if it is not a capital or country in the list. */
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
