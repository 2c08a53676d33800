package ibid.answer.extract;

import ibid.language.CharRuns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pronoun or another anaphoric word at the beginning of a sentence: "He", "But they", "The latter".
 *
 * @param start char offset of it
 * @param end   char offset behind it
 */
record PronounOpening(int start, int end) {

    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "his", "her", "it", "its", "they", "their", "this", "these", "those", "that", "such", "both");
    private static final Set<String> POINTING_BACK =
            Set.of("latter", "former", "two", "move", "decision", "idea", "same", "ship", "minister", "plan");
    private static final List<String> CONNECTIVES = List.of(
            "And",
            "But",
            "Yet",
            "So",
            "Then",
            "There",
            "Even so",
            "Still",
            "In it",
            "Later",
            "Instead",
            "Nevertheless",
            "However",
            "Meanwhile",
            "Since then");
    private static final String QUOTES = "“\"‘(";

    static Optional<PronounOpening> of(String sentence) {
        int start = !sentence.isEmpty() && QUOTES.indexOf(sentence.charAt(0)) >= 0 ? 1 : 0;
        start = skipConnective(sentence, start);
        int end = endOfWord(sentence, start);
        String word = sentence.substring(start, end);
        if (word.equals("The")) {
            return pointingBack(sentence, start, end + 1);
        }
        String lower = word.isEmpty() ? "" : Character.toLowerCase(word.charAt(0)) + word.substring(1);
        boolean refers = PRONOUNS.contains(lower) && !ImpersonalIt.opens(sentence.substring(start));
        return refers ? Optional.of(new PronounOpening(start, end)) : Optional.empty();
    }

    private static Optional<PronounOpening> pointingBack(String sentence, int start, int noun) {
        if (noun >= sentence.length() || sentence.charAt(noun - 1) != ' ') {
            return Optional.empty();
        }
        int end = endOfWord(sentence, noun);
        if (!POINTING_BACK.contains(sentence.substring(noun, end))) {
            return Optional.empty();
        }
        return Optional.of(new PronounOpening(start, end));
    }

    /** Offset after a connective, its comma and the space; the start if there is no connective. */
    private static int skipConnective(String sentence, int start) {
        for (String connective : CONNECTIVES) {
            int behind = start + connective.length();
            int end = sentence.startsWith(",", behind) ? behind + 1 : behind;
            int next = CharRuns.end(sentence, end, Character::isWhitespace);
            if (sentence.startsWith(connective, start) && next > end) {
                return next;
            }
        }
        return start;
    }

    private static int endOfWord(String sentence, int start) {
        return CharRuns.end(sentence, start, Character::isLetterOrDigit);
    }
}
