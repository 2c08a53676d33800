package ibid.language.injection;

import ibid.language.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Letters that are spelled one by one: by their place in the alphabet or in a square, in Morse of digits or syllables,
 * by the words of radio operators. They count where what they spell looks like English, which scores, dates and lists
 * do not.
 */
final class SpelledLetters {

    private static final List<Map<String, Character>> ALPHABETS =
            WordList.lines(SpelledLetters.class, "spelling-alphabets.txt").stream()
                    .map(SpelledLetters::alphabet)
                    .toList();
    private static final Set<String> FREQUENT = WordList.read(SpelledLetters.class, "frequent-trigrams.txt");
    private static final int MIN_LETTERS = 12; // two or three words
    private static final int LENGTH = 3; // of a trigram
    private static final int MIN_FREQUENT = 3;
    private static final int LETTERS_PER_FREQUENT = 12; // English has one in four; letters at random one in 250

    private SpelledLetters() {}

    private static Map<String, Character> alphabet(String line) {
        Map<String, Character> letters = new HashMap<>();
        char letter = 'a';
        for (String code : line.split(" ")) {
            letters.put(code, letter++);
        }
        return letters;
    }

    static boolean areIn(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        String morse = lower.replace("dit-", "0")
                .replace("di-", "0")
                .replace("dah-", "1")
                .replace("dit", "0")
                .replace("di", "0")
                .replace("dah", "1");
        String[] codes = morse.split("[^\\p{L}\\p{N}]+");
        return codes.length >= MIN_LETTERS && ALPHABETS.stream().anyMatch(alphabet -> spellEnglish(codes, alphabet));
    }

    private static boolean spellEnglish(String[] codes, Map<String, Character> alphabet) {
        StringBuilder run = new StringBuilder();
        for (String code : codes) {
            Character letter = alphabet.get(code);
            if (letter != null) {
                run.append(letter);
            } else if (isEnglish(run)) {
                return true;
            } else {
                run.setLength(0);
            }
        }
        return isEnglish(run);
    }

    private static boolean isEnglish(CharSequence letters) {
        int frequent = 0;
        for (int at = 0; at + LENGTH <= letters.length(); at++) {
            frequent += FREQUENT.contains(letters.subSequence(at, at + LENGTH).toString()) ? 1 : 0;
        }
        return frequent >= Math.max(MIN_FREQUENT, letters.length() / LETTERS_PER_FREQUENT);
    }
}
