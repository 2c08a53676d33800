package ibid.search.grammar;

import ibid.language.WordList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A country of the list.
 *
 * @param adjectives what is named after it: "Malaysian"
 */
public record Country(String name, List<String> adjectives) {

    private static final Map<String, String> CAPITALS = new LinkedHashMap<>();
    private static final Map<String, Country> BY_NAME = new HashMap<>();
    private static final Map<String, Country> BY_ADJECTIVE = new HashMap<>();

    static {
        for (String line : WordList.lines(Country.class, "countries.txt")) {
            int bar = line.indexOf('|');
            String adjectives = line.substring(bar + 1);
            Country country = new Country(line.substring(0, bar), List.of(adjectives.split(" ")));
            BY_NAME.put(country.name.toLowerCase(Locale.ROOT), country);
            country.adjectives.forEach(
                    adjective -> BY_ADJECTIVE.putIfAbsent(adjective.toLowerCase(Locale.ROOT), country));
        }
        for (String line : WordList.lines(Country.class, "capitals.txt")) {
            int bar = line.indexOf('|');
            CAPITALS.put(line.substring(0, bar).toLowerCase(Locale.ROOT), line.substring(bar + 1));
        }
    }

    public Country {
        adjectives = adjectives.stream()
                .map(adjective -> adjective.replace('-', ' '))
                .toList();
    }

    /** Whatever the capitals; an article before it does not count. */
    public static Optional<Country> named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_NAME.get(lower.startsWith("the ") ? lower.substring(4) : lower));
    }

    /** Whether it is a capital, which often means a government: "Beijing". */
    public static boolean isCapital(String text) {
        return CAPITALS.containsKey(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it is a country or means one: "China", "Beijing". */
    public static boolean isMeantBy(String text) {
        return named(text).isPresent() || isCapital(text);
    }

    /** The capitals and seats of government, in small letters, and the names of their countries. */
    public static Map<String, String> capitals() {
        return Collections.unmodifiableMap(CAPITALS);
    }

    /** The one that an adjective is of: "Malaysian". */
    public static Optional<Country> ofAdjective(String word) {
        return Optional.ofNullable(BY_ADJECTIVE.get(word.toLowerCase(Locale.ROOT)));
    }
}
