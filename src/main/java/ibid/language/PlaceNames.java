package ibid.language;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names of countries and of some large cities in a language, from Unicode's CLDR. */
final class PlaceNames {

    private static final int MIN_CHARS = 2;
    private static final Map<String, Set<String>> NAMES = new ConcurrentHashMap<>();

    private PlaceNames() {}

    static Set<String> of(String language) {
        return NAMES.computeIfAbsent(language, PlaceNames::read);
    }

    private static Set<String> read(String language) {
        Set<String> names = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            names.add(Locale.of("", country).getDisplayCountry(Locale.of(language)));
        }
        TimeZoneNames cities = TimeZoneNames.getInstance(new ULocale(language));
        for (String zone : TimeZone.getAvailableIDs()) {
            String city = cities.getExemplarLocationName(zone);
            names.add(city == null ? "" : city);
        }
        names.removeIf(name -> name.length() < MIN_CHARS);
        return Set.copyOf(names);
    }
}
