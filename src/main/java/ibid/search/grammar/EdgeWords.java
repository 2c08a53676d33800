package ibid.search.grammar;

import ibid.language.CharRuns;
import java.util.Locale;

/** The first and the last word of a text. */
public final class EdgeWords {

    private EdgeWords() {}

    /** The letters and digits a text begins with, in lower case. */
    public static String firstWord(String text) {
        return text.substring(0, CharRuns.end(text, 0, Character::isLetterOrDigit))
                .toLowerCase(Locale.ROOT);
    }

    /** The letters and digits a text ends with. */
    public static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }
}
