package ibid.search.grammar;

import ibid.language.WordList;
import ibid.search.IndexTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps capitals to their countries and back, because news uses one for the other: "Tokyo refused" means Japan. All
 * names are index terms; a capital of several words is its last, and a country whose name is not one term is left out.
 */
public final class Metonyms {

    private static final Map<String, Set<String>> METONYMS = read();

    private static final Map<String, String> SEATS = new HashMap<>();

    static {
        for (String line : WordList.lines(Metonyms.class, "seats.txt")) {
            int bar = line.indexOf('|');
            SEATS.put(line.substring(0, bar).toLowerCase(Locale.ROOT), line.substring(bar + 1));
        }
    }

    private Metonyms() {}

    /** The terms of the country that a seat of several words means: "White House"; empty for other names. */
    public static List<String> ofSeat(String name) {
        return Optional.ofNullable(SEATS.get(name.toLowerCase(Locale.ROOT)))
                .map(IndexTerms::of)
                .orElse(List.of());
    }

    /** The other name of a term; empty if it is not a capital or country in the list. */
    public static Set<String> of(String term) {
        return METONYMS.getOrDefault(term, Set.of());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> metonyms = new HashMap<>();
        Country.capitals().forEach((capital, country) -> {
            List<String> terms = IndexTerms.of(country);
            if (terms.size() == 1) {
                String seat = IndexTerms.of(capital).getLast();
                add(metonyms, seat, terms.getFirst());
                add(metonyms, terms.getFirst(), seat);
            }
        });
        return metonyms;
    }

    private static void add(Map<String, Set<String>> metonyms, String term, String other) {
        metonyms.computeIfAbsent(term, first -> new HashSet<>()).add(other);
    }
}
