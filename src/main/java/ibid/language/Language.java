package ibid.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a text's language where nothing states it: by its script, and for Latin letters by the commonest words of ten languages. */
public final class Language {

    private static final int LOOKED_AT = 20_000; // letters; more would tell no more
    private static final int FEWEST = 3; // common words; less is a name or a headline
    private static final double SHARE = 0.08; // of all words; running text has a third, a list of foreign names none
    private static final double AHEAD =
            1.3; // times the next language's words: Spanish and Portuguese share half of theirs
    private static final double OFTEN = 0.01; // of the letters: Arabic has them only in foreign names
    private static final Pattern WORD = Pattern.compile("[^\\p{L}’']+");

    private static final Map<String, Set<String>> COMMON = common(
            "en: the of and to in that is was for on with as by at from it he his they are were be this have has not but which will would said an who their",
            "de: der die das und ist nicht von mit den dem des ein eine einen zu auf für im sich auch es an werden aus er hat dass sie nach wird bei noch am wie wurde über",
            "fr: le la les des et est une un du dans que qui pour pas sur au aux avec il elle ce se par plus ont été sont cette mais ne son ses leur",
            "es: el la los las de y que en un una se del por con para no es al lo su como más fue pero sus ha este esta son también entre",
            "it: il la di che e è un una per non con del della dei delle nel nella gli sono da al alla ha più anche come si lo le ma questo stato",
            "pt: o a os as de e que do da dos das em um uma não no na para com por mais foi ao se é como mas são à pelo pela seu sua",
            "nl: de het een en van is niet dat op te in zijn voor met die aan er om ook als bij door maar worden werd naar heeft uit hij dit",
            "pl: i w na z się nie to że do jest o jak po od za przez dla oraz był są ale tym co może który która zostało tego",
            "tr: ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ise olduğu en ya ne değil var şu ki tarafından dedi",
            "sv: och att det i en som på är av för den med till ett har inte om de var från vid men kan sig han efter ska också");

    private Language() {}

    private static Map<String, Set<String>> common(String... lines) {
        Map<String, Set<String>> common = new LinkedHashMap<>();
        for (String line : lines)
            common.put(
                    line.substring(0, 2), Set.copyOf(List.of(line.substring(4).split(" "))));
        return common;
    }

    /** The ISO 639-1 code, or nothing where the text is too short or too mixed to tell. */
    public static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        start.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0),
                han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        if (letters == 0) return "";
        if (2 * (kana + han) > letters) return 20 * kana > han ? "ja" : "zh"; // Chinese cites a Japanese name at times
        return scripts.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > letters)
                .findFirst()
                .map(entry -> in(entry.getKey(), start, letters))
                .orElse("");
    }

    private static String in(UnicodeScript script, String text, int letters) {
        return switch (script) {
            case LATIN -> latin(text);
            case CYRILLIC ->
                share(text, "іїєґІЇЄҐ", letters) > OFTEN && share(text, "ыэъЫЭЪ", letters) < OFTEN ? "uk" : "ru";
            case ARABIC -> share(text, "پچژگ", letters) > OFTEN ? "fa" : "ar";
            case HANGUL -> "ko";
            case HEBREW -> "he";
            case GREEK -> "el";
            case THAI -> "th";
            case DEVANAGARI -> "hi";
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            default -> "";
        };
    }

    private static double share(String text, String signs, int letters) {
        return (double) text.chars().filter(sign -> signs.indexOf(sign) >= 0).count() / letters;
    }

    private static String latin(String text) {
        List<String> words = Arrays.stream(WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, Long> counts = new HashMap<>();
        COMMON.forEach((language, common) ->
                counts.put(language, words.stream().filter(common::contains).count()));
        List<Map.Entry<String, Long>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        long most = ranked.get(0).getValue(), next = ranked.get(1).getValue();
        return most >= FEWEST && most >= SHARE * words.size() && most >= AHEAD * next
                ? ranked.get(0).getKey()
                : "";
    }
}
