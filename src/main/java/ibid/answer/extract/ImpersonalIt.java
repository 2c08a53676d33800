package ibid.answer.extract;

import ibid.language.Lexemes;
import java.util.Set;

/** The "it" that refers to nothing: "It is clear that", "It would be difficult to", "It does not follow that". */
final class ImpersonalIt {

    private static final Set<String> BEING =
            Set.of("is", "was", "be", "been", "seems", "seemed", "appears", "appeared", "becomes", "became");
    private static final Set<String> BEFORE_BEING = Set.of("would", "will", "may", "might", "could", "has", "had");
    private static final Set<String> DEGREES = Set.of("not", "also", "still", "now", "very", "too", "quite", "often");
    /** "It is aware that" tells of somebody. */
    private static final Set<String> OF_MINDS =
            Set.of("aware", "confident", "sure", "convinced", "worried", "concerned", "afraid", "glad", "satisfied");
    /** "It is ready to act" tells of somebody too; these do not. */
    private static final Set<String> OF_TASKS = Set.of(
            "difficult",
            "easy",
            "easier",
            "hard",
            "harder",
            "impossible",
            "possible",
            "necessary",
            "important",
            "premature",
            "early",
            "wrong",
            "right",
            "better",
            "best",
            "fair",
            "useful",
            "worth",
            "tempting",
            "unusual");

    private ImpersonalIt() {}

    /** @param sentence from its first word */
    static boolean opens(String sentence) {
        Lexemes words = new Lexemes(sentence);
        if (!words.is(0, "it")) {
            return false;
        }
        if (words.phrase(1, 4).equals("does not follow that")
                || words.phrase(1, 2).equals("follows that")) {
            return true;
        }
        int being = words.isOneOf(1, BEFORE_BEING) ? 2 : 1;
        int quality = being + 1;
        while (words.isOneOf(quality, DEGREES)) {
            quality++;
        }
        return words.isOneOf(being, BEING) && words.isWord(quality) && introduces(words, quality);
    }

    private static boolean introduces(Lexemes words, int quality) {
        if (words.is(quality + 1, "that")) {
            return !words.isOneOf(quality, OF_MINDS);
        }
        return words.isOneOf(quality, OF_TASKS);
    }
}
