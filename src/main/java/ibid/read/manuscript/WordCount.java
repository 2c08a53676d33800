package ibid.read.manuscript;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Counts the words of a text in any script: two letters of a script without spaces count as one word. */
public final class WordCount {

    private static final int FIRST_UNSPACED = 0xE00; // the Thai block; all scripts below it use spaces
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.KHMER, UnicodeScript.LAO);

    private WordCount() {}

    public static int of(String text) {
        int unspaced = (int) text.codePoints().filter(WordCount::isUnspaced).count();
        return unspaced / 2 + spacedWords(text);
    }

    private static int spacedWords(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space && !inWord) {
                words++;
            }
            inWord = !space;
        }
        return words;
    }

    /** Whether the letter belongs to a script without spaces between words. */
    static boolean isUnspaced(int letter) {
        if (letter <= FIRST_UNSPACED) {
            return false;
        }
        return Character.isIdeographic(letter) || UNSPACED.contains(UnicodeScript.of(letter));
    }
}
