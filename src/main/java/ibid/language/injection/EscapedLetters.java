package ibid.language.injection;

/**
 * Letters written as a program writes other signs, by their number: {@code %49}, {@code &#73;}, a backslash with
 * u0049, U+0049. Addresses and source text escape signs that are not ASCII or that would be taken for syntax; nobody
 * needs that for a letter from a to z, except to hide a word.
 */
final class EscapedLetters {

    private static final int MIN_LETTERS = 8; // two words
    private static final int HEX = 16;
    private static final int DECIMAL = 10;
    private static final int MAX_DIGITS = 8; // "&#x00000049;"

    private EscapedLetters() {}

    static boolean areIn(String sentence) {
        int letters = 0;
        for (int at = 0; at < sentence.length() && letters < MIN_LETTERS; at++) {
            letters += isLetter(escapedAt(sentence, at)) ? 1 : 0;
        }
        return letters >= MIN_LETTERS;
    }

    private static boolean isLetter(int sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    /** The sign that is escaped there, or -1. */
    private static int escapedAt(String text, int at) {
        if (text.startsWith("%", at)) {
            return number(text, at + 1, at + 3, HEX);
        }
        if (text.startsWith("\\u", at)) {
            return number(text, at + 2, at + 6, HEX);
        }
        if (text.startsWith("U+", at)) {
            return number(text, at + 2, at + 6, HEX);
        }
        if (text.startsWith("\\x", at)) {
            return number(text, at + 2, at + 4, HEX);
        }
        if (!text.startsWith("&#", at)) {
            return -1;
        }
        int end = text.indexOf(';', at);
        boolean isHex = text.regionMatches(true, at + 2, "x", 0, 1);
        return isHex ? number(text, at + 3, end, HEX) : number(text, at + 2, end, DECIMAL);
    }

    private static int number(String text, int from, int to, int radix) {
        if (to <= from || to > text.length() || to - from > MAX_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(text.charAt(at), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value > Character.MAX_CODE_POINT ? -1 : (int) value;
    }
}
