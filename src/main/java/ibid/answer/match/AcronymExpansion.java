package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.language.Lexemes;
import java.util.Optional;
import java.util.Set;

/** Finds the words that an acronym stands for: "Full Name (X)", "X (Full Name)", "X stands for Full Name". */
final class AcronymExpansion {

    private static final Set<String> JOINTS = Set.of("of", "for", "and", "to", "on", "-", "–");

    private AcronymExpansion() {}

    /** @param end the lexeme behind the acronym that begins at the other place */
    static Optional<AnswerExtent> find(Lexemes words, int from, int end) {
        if (words.is(from - 1, "(") && words.is(end, ")")) {
            int start = from - 1;
            while (start > 0 && isOfName(words, start - 1)) {
                start--;
            }
            return extent(words, start, from - 1);
        }
        if (words.is(end, "(") && words.isCapitalised(end + 1)) {
            return extent(words, end + 1, behindBracket(words, end) - 1);
        }
        if (words.phrase(end, 2).equals("stands for")) {
            return extent(words, end + 2, endOfWords(words, end + 2));
        }
        boolean isShortFor = words.is(end, ",") && words.phrase(end + 1, 2).equals("short for");
        return isShortFor ? extent(words, end + 3, endOfWords(words, end + 3)) : Optional.empty();
    }

    private static boolean isOfName(Lexemes words, int at) {
        if (words.is(at, "the")) {
            return false;
        }
        return words.isCapitalised(at) || words.isOneOf(at, JOINTS) && words.isCapitalised(at - 1);
    }

    private static int endOfWords(Lexemes words, int from) {
        int end = from;
        while (words.isAlphanumeric(end) || words.is(end, "-")) {
            end++;
        }
        return end;
    }

    private static Optional<AnswerExtent> extent(Lexemes words, int from, int end) {
        return end > from ? Optional.of(AnswerExtent.of(words, from, end)) : Optional.empty();
    }

    /** The place behind the bracket that closes what opens there. */
    static int behindBracket(Lexemes words, int bracket) {
        int at = bracket;
        while (at < words.size() && !words.is(at, ")")) {
            at++;
        }
        return at + 1;
    }
}
