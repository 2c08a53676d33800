package ibid.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Detects the language of a question, which is too short for {@link Language}: by its script, and in Latin letters by
 * the words that ask. What is not surely another language is English.
 */
public final class QuestionLanguage {

    public static final String ENGLISH = "en";

    private static final int WORD_THAT_ASKS = 2; // points; a frequent word or an own letter gives one
    private static final int MIN_POINTS = 2;
    private static final Map<String, Words> WORDS = read();
    private static final Map<String, String> OWN_LETTERS = Map.of(
            "de", "äöüß", "fr", "éèêàçùûîœ", "es", "¿¡ñáéíóú", "it", "àèéìòù", "pt", "ãõçáéíóâê", "tr", "ğışçöü\u0307");

    /** Words of one language that ask, and those of them that may be English. */
    private record Words(Set<String> asking, Set<String> ambiguous, Set<String> frequent) {

        int points(List<String> words) {
            int points = 0;
            for (String word : words) {
                boolean isAmbiguous = ambiguous.contains(word);
                points += asking.contains(word) && !isAmbiguous ? WORD_THAT_ASKS : 0;
                points += isAmbiguous || frequent.contains(word) ? 1 : 0;
            }
            return points;
        }

        /** An ambiguous word asks only where it opens or closes the question, or beside letters of the language. */
        boolean ask(List<String> words, boolean hasQuestionMark, boolean hasOwnLetter) {
            if (hasOwnLetter && words.stream().anyMatch(ambiguous::contains)) {
                return true;
            }
            if (words.stream().anyMatch(word -> asking.contains(word) && !ambiguous.contains(word))) {
                return true;
            }
            return ambiguous.contains(words.getFirst()) || hasQuestionMark && ambiguous.contains(words.getLast());
        }
    }

    private QuestionLanguage() {}

    /** The ISO 639-1 code of one of the languages whose questions are understood; English if none is recognised. */
    public static String of(String question) {
        String script = Language.of(question);
        if (script.equals("zh") || script.equals("ru")) {
            return script;
        }
        return isLatin(question) ? latin(question) : ENGLISH;
    }

    public static boolean isEnglish(String question) {
        return of(question).equals(ENGLISH);
    }

    /** The words of a language that ask, in lower case. */
    public static Set<String> askingWords(String language) {
        return WORDS.get(language).asking();
    }

    /** The words of a language that say nothing of what a question is about, in lower case. */
    public static Set<String> emptyWords(String language) {
        Set<String> empty = new HashSet<>(WORDS.get(language).asking());
        empty.addAll(WORDS.get(language).frequent());
        return empty;
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static String latin(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        List<String> words = words(lower);
        if (words.isEmpty()) {
            return ENGLISH;
        }
        String best = ENGLISH;
        int most = Math.max(MIN_POINTS - 1, WORDS.get(ENGLISH).points(words));
        for (Map.Entry<String, String> language : OWN_LETTERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            Words known = WORDS.get(language.getKey());
            boolean hasOwnLetter = hasAny(lower, language.getValue());
            int points = known.points(words) + (hasOwnLetter ? 1 : 0);
            if (points > most && known.ask(words, question.contains("?"), hasOwnLetter)) {
                best = language.getKey();
                most = points;
            }
        }
        return best;
    }

    private static boolean hasAny(String text, String letters) {
        return text.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    private static List<String> words(String lower) {
        Lexemes text = new Lexemes(lower);
        List<String> words = new ArrayList<>();
        for (int at = 0; at < text.size(); at++) {
            if (text.isWord(at)) {
                words.add(text.key(at));
            }
        }
        return words;
    }

    private static Map<String, Words> read() {
        Map<String, Set<String>> frequent = new LinkedHashMap<>();
        for (String line : WordList.lines(Language.class, "frequent-words.txt")) {
            List<String> words = List.of(line.split(" "));
            frequent.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        }
        Map<String, Words> read = new LinkedHashMap<>();
        for (String line : WordList.lines(QuestionLanguage.class, "question-words.txt")) {
            List<String> words = List.of(line.split(" "));
            int bar = words.indexOf("|");
            Set<String> ambiguous = bar < 0 ? Set.of() : Set.copyOf(words.subList(bar + 1, words.size()));
            Set<String> asking = Set.copyOf(words.subList(1, words.size()));
            String language = words.getFirst();
            read.put(language, new Words(asking, ambiguous, frequent.getOrDefault(language, Set.of())));
        }
        return Map.copyOf(read);
    }
}
