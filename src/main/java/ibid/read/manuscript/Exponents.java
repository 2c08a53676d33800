package ibid.read.manuscript;

import java.util.Set;

/** Distinguishes raised figures that are an exponent, as in "km²", from note marks. */
public final class Exponents {

    private static final Set<String> BASES = Set.of("m", "km", "cm", "mm", "dm", "ft", "mi", "in", "yd", "10");
    private static final int YEAR_FIGURES = 4; // a note mark may follow a year, an exponent rarely does

    private Exponents() {}

    /** Whether raised figures after these words are an exponent: "km²", "10⁶", "x²", "12²". */
    public static boolean isPower(CharSequence before, String raised) {
        String word = lastWord(before);
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        if (letter || BASES.contains(word)) {
            return true;
        }
        return isSmallNumber(word) && (raised.equals("2") || raised.equals("3"));
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
