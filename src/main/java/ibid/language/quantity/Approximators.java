package ibid.language.quantity;

import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.Set;

/** Words before a number that say how exact it is: "about", "at least", "just under". */
public final class Approximators {

    private static final Set<String> ROUGH = Set.copyOf(WordList.lines(Approximators.class, "approximators.txt"));
    private static final Set<String> EXACT = Set.copyOf(WordList.lines(Approximators.class, "exact-qualifiers.txt"));
    private static final int MAX_WORDS = 3;

    private Approximators() {}

    /** Whether the number that begins there is given roughly, or as a bound. */
    static boolean isRough(Lexemes text, int at) {
        return start(text, at, ROUGH) < at;
    }

    /** Where the words begin that qualify the number that begins there, rough or exact; the place itself if none do. */
    public static int start(Lexemes text, int at) {
        int start = at;
        int before = Math.min(start(text, at, ROUGH), start(text, at, EXACT));
        while (before < start) {
            start = before;
            before = Math.min(start(text, start, ROUGH), start(text, start, EXACT));
        }
        return start;
    }

    /** Where the number begins that such words at that place qualify; the place itself where none are there. */
    public static int end(Lexemes text, int at) {
        for (int words = MAX_WORDS; words > 0; words--) {
            String phrase = text.phrase(at, words);
            if (ROUGH.contains(phrase) || EXACT.contains(phrase)) {
                return at + words;
            }
        }
        return at;
    }

    private static int start(Lexemes text, int at, Set<String> phrases) {
        for (int words = MAX_WORDS; words > 0; words--) {
            if (text.isSpaced(at) && phrases.contains(text.phrase(at - words, words))) {
                return at - words;
            }
        }
        return at;
    }
}
