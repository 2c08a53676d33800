package ibid.language;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The months' names from Unicode's CLDR, in full in twenty-five languages and abbreviated in thirteen of them. Case is
 * ignored; an abbreviation is given without its full stop.
 */
public final class MonthNames {

    private static final List<String> ABBREVIATED =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "hu");
    // Not Croatian, whose "listopada" is October, in Polish November.
    private static final List<String> LANGUAGES = Stream.concat(
                    ABBREVIATED.stream(),
                    Stream.of("da", "nb", "fi", "cs", "ro", "el", "ar", "sl", "et", "lt", "lv", "is"))
            .toList();
    private static final List<TextStyle> FULL_STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE);
    private static final int MIN_LETTERS = 3; // CLDR abbreviates some months to a letter or a number

    private static final Map<String, Month> NAMES = names(LANGUAGES, FULL_STYLES);
    private static final Map<String, Month> ABBREVIATIONS = names(ABBREVIATED, List.of(TextStyle.SHORT));
    private static final Map<String, Month> ENGLISH = names(List.of("en"), FULL_STYLES);
    private static final Map<String, Month> ENGLISH_ABBREVIATIONS = names(List.of("en"), List.of(TextStyle.SHORT));

    private MonthNames() {}

    /** The twelve English names in the order of the year. */
    public static List<String> english() {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
    }

    /** The month of a full name in any of the languages. */
    public static Optional<Month> ofName(String word) {
        return find(NAMES, word);
    }

    /** The month of a full or abbreviated name in English. */
    public static Optional<Month> ofEnglish(String word) {
        return find(ENGLISH, word).or(() -> find(ENGLISH_ABBREVIATIONS, word));
    }

    /**
     * The month of an abbreviation in any of the languages. Many ("set", "out", "mar") are also words of another
     * language.
     */
    public static Optional<Month> ofAbbreviation(String word) {
        return find(ABBREVIATIONS, word);
    }

    /** Whether the word is a full English name. */
    public static boolean isEnglishName(String word) {
        return find(ENGLISH, word).isPresent();
    }

    private static Optional<Month> find(Map<String, Month> names, String word) {
        return Optional.ofNullable(names.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Adds a name; the first language that has a word keeps it. */
    private static Map<String, Month> names(List<String> languages, List<TextStyle> styles) {
        Map<String, Month> names = new HashMap<>();
        if (styles.contains(TextStyle.SHORT)) {
            names.put("sept", Month.SEPTEMBER);
        }
        for (String language : languages) {
            for (Month month : Month.values()) {
                styles.forEach(style -> addName(names, month, name(month, style, language)));
            }
        }
        return Map.copyOf(names);
    }

    private static void addName(Map<String, Month> names, Month month, String name) {
        if (name.length() >= MIN_LETTERS && name.chars().allMatch(Character::isLetter)) {
            names.putIfAbsent(name, month);
        }
    }

    private static String name(Month month, TextStyle style, String language) {
        String name = month.getDisplayName(style, Locale.of(language)).toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
