package ibid.read.manuscript;

import java.util.Set;

/**
 * Raised and lowered figures that belong to a number, a unit or a formula, as in "km²" and "CO₂". Written as the
 * characters for them, they never join the number before: 10⁵ does not become 105.
 */
public final class Exponents {

    private static final Set<String> BASES = Set.of("m", "km", "cm", "mm", "dm", "ft", "mi", "in", "yd", "10", "nm");
    private static final int YEAR_FIGURES = 4; // a note mark may follow a year, an exponent rarely does
    private static final String PLAIN = "0123456789+-−–=";
    private static final String SIGNS = "+-−–=/*·"; // of an expression
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌";
    private static final int MAX_SCRIPT_CHARS = 8; // longer ones are words set small

    private Exponents() {}

    /** Whether raised figures after these words are an exponent: "km²", "10⁶", "x²", "12²", "s⁻¹". */
    public static boolean isPower(CharSequence before, String raised) {
        String word = lastWord(before);
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0)) && !isPossessive(before);
        if (letter || BASES.contains(word) || isSigned(raised)) {
            return true;
        }
        return isSmallNumber(word) && (raised.equals("2") || raised.equals("3"));
    }

    /** Whether the letter before is the end of "the board's". */
    private static boolean isPossessive(CharSequence text) {
        return text.length() > 1 && "'’".indexOf(text.charAt(text.length() - 2)) >= 0;
    }

    private static boolean isSigned(String raised) {
        return raised.length() > 1 && PLAIN.indexOf(raised.charAt(0)) > PLAIN.indexOf('9');
    }

    /** Figures and signs as raised characters, "^(n−1)" for what has none; ordinals and other words as they are. */
    public static String raised(String words) {
        return script(withoutBracket(words), RAISED, "^");
    }

    /** The number of "1)", as a mark of a note is written in German. */
    private static String withoutBracket(String words) {
        int bracket = words.length() - 1;
        boolean isMark = bracket > 0
                && words.charAt(bracket) == ')'
                && words.chars().limit(bracket).allMatch(NoteMarks::isFigure);
        return isMark ? words.substring(0, bracket) : words;
    }

    /** Figures and signs as lowered characters, "_(n−1)" for what has none; other words as they are. */
    public static String lowered(String words) {
        return script(words, LOWERED, "_");
    }

    private static String script(String words, String signs, String mark) {
        if (words.length() > MAX_SCRIPT_CHARS) {
            return words;
        }
        boolean isScript =
                words.chars().allMatch(sign -> PLAIN.indexOf(sign) >= 0 || sign == ',' || Character.isWhitespace(sign));
        if (!isScript) {
            return isExpression(words) ? mark + "(" + words.strip() + ")" : words;
        }
        StringBuilder script = new StringBuilder();
        for (char sign : words.toCharArray()) {
            int at = PLAIN.indexOf(sign);
            script.append(at < 0 ? sign : signs.charAt(at));
        }
        return script.toString();
    }

    /** Whether single letters are joined by a sign, as in "n−1". */
    private static boolean isExpression(String words) {
        boolean hasSign = words.chars().anyMatch(sign -> SIGNS.indexOf(sign) >= 0);
        for (int i = 1; i < words.length(); i++) {
            if (Character.isLetter(words.charAt(i - 1)) && Character.isLetter(words.charAt(i))) {
                return false;
            }
        }
        return hasSign && words.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** The last word; only its last characters where it is longer than a base can be. */
    private static String lastWord(CharSequence text) {
        int earliest = Math.max(0, text.length() - YEAR_FIGURES);
        int start = text.length();
        while (start > earliest && NoteMarks.isLetterOrFigure(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, text.length()).toString();
    }

    private static boolean isSmallNumber(String word) {
        boolean small = !word.isEmpty() && word.length() < YEAR_FIGURES;
        return small && word.chars().allMatch(NoteMarks::isFigure);
    }
}
