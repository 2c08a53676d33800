package ibid.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Detects the language of a text by its script, and for Latin letters by the most frequent words of ten languages. */
public final class Language {

    private static final int MAX_CHARS = 20_000; // a longer sample gives the same result
    private static final int MIN_FREQUENT_WORDS = 3; // fewer may be a name or a headline
    private static final double MIN_FREQUENT_SHARE =
            0.08; // of all words; running text has a third, a list of names none
    private static final double MIN_LEAD = 1.3; // times those of the second language: Spanish and Portuguese share half
    private static final double MIN_LETTER_SHARE = 0.01; // of the letters: Arabic has some only in foreign names
    private static final int KANA_FACTOR = 20; // Japanese text has more than a twentieth; Chinese cites a name at times

    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.of(
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el",
            UnicodeScript.THAI, "th",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.GEORGIAN, "ka",
            UnicodeScript.ARMENIAN, "hy");
    private static final Map<String, Set<String>> FREQUENT_WORDS = frequentWords();

    private Language() {}

    private static Map<String, Set<String>> frequentWords() {
        Map<String, Set<String>> frequent = new LinkedHashMap<>();
        for (String line : WordList.lines(Language.class, "frequent-words.txt")) {
            List<String> words = List.of(line.split(" "));
            frequent.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        }
        return frequent;
    }

    /** The ISO 639-1 code; empty if the text is too short or too mixed. */
    public static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), MAX_CHARS));
        Map<UnicodeScript, Integer> scripts = scripts(start);
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        String eastAsian = eastAsian(scripts, letters);
        if (!eastAsian.isEmpty()) {
            return eastAsian;
        }
        for (Map.Entry<UnicodeScript, Integer> script : scripts.entrySet()) {
            if (2 * script.getValue() > letters) {
                return of(script.getKey(), start, letters);
            }
        }
        return "";
    }

    private static String eastAsian(Map<UnicodeScript, Integer> scripts, int letters) {
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        if (2 * (kana + han) <= letters) {
            return "";
        }
        return KANA_FACTOR * kana > han ? "ja" : "zh";
    }

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return scripts;
    }

    private static String of(UnicodeScript script, String text, int letters) {
        return switch (script) {
            case LATIN -> latin(text);
            case CYRILLIC -> isUkrainian(text, letters) ? "uk" : "ru";
            case ARABIC -> share(text, "پچژگ", letters) > MIN_LETTER_SHARE ? "fa" : "ar";
            default -> ONE_LANGUAGE.getOrDefault(script, "");
        };
    }

    private static boolean isUkrainian(String text, int letters) {
        boolean ukrainian = share(text, "іїєґІЇЄҐ", letters) > MIN_LETTER_SHARE;
        return ukrainian && share(text, "ыэъЫЭЪ", letters) < MIN_LETTER_SHARE;
    }

    private static double share(String text, String signs, int letters) {
        return (double) text.chars().filter(sign -> signs.indexOf(sign) >= 0).count() / letters;
    }

    private static String latin(String text) {
        List<String> words = words(text);
        String best = "";
        long most = 0;
        long next = 0;
        for (Map.Entry<String, Set<String>> language : FREQUENT_WORDS.entrySet()) {
            long count = words.stream().filter(language.getValue()::contains).count();
            next = Math.max(next, Math.min(count, most));
            if (count > most) {
                best = language.getKey();
                most = count;
            }
        }
        return isRunningText(most, words.size()) && most >= MIN_LEAD * next ? best : "";
    }

    private static boolean isRunningText(long frequentWords, int words) {
        return frequentWords >= MIN_FREQUENT_WORDS && frequentWords >= MIN_FREQUENT_SHARE * words;
    }

    /** Runs of letters and apostrophes, in lower case. */
    private static List<String> words(String text) {
        String letters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .map(sign -> Character.isLetter(sign) || sign == '’' || sign == '\'' ? sign : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return List.of(letters.strip().split(" +"));
    }
}
