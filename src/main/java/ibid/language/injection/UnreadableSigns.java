package ibid.language.injection;

/** Signs that no reader of an article reads: Braille and Morse, letters in boxes, long words of signs in disorder. */
final class UnreadableSigns {

    private static final int MIN_SIGNS = 8; // two words of Braille
    private static final int MIN_MORSE_LETTERS = 12;
    private static final int MAX_MORSE_CHARS = 7;
    private static final int MIN_WORD_CHARS = 24; // 18 letters in base 64
    private static final double MIN_CHANGES = 0.4; // between kinds of signs; random base 64 has 0.6, words hardly any

    private UnreadableSigns() {}

    static boolean areIn(String sentence) {
        return sentence.codePoints().filter(UnreadableSigns::isSymbolForLetter).count() >= MIN_SIGNS
                || holdsMorse(sentence)
                || holdsDisorder(sentence);
    }

    private static boolean isSymbolForLetter(int sign) {
        boolean isBraille = sign > 0x2800 && sign <= 0x28FF;
        boolean isBoxed = sign >= 0x1F150 && sign <= 0x1F189; // white on black; others are compatibility forms
        return isBraille || isBoxed;
    }

    private static boolean holdsMorse(String sentence) {
        int letters = 0;
        int dots = 0;
        int dashes = 0;
        for (String part : sentence.replaceAll("[–—−]", "-").replace('·', '.').split("\\s+")) {
            boolean isMorse =
                    part.length() <= MAX_MORSE_CHARS && part.chars().allMatch(sign -> ".-/|".indexOf(sign) >= 0);
            letters = isMorse ? letters + 1 : 0;
            dots = isMorse ? dots + part.replace("-", "").length() : 0;
            dashes = isMorse ? dashes + part.replace(".", "").length() : 0;
            if (letters >= MIN_MORSE_LETTERS && dots > 0 && dashes > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsDisorder(String sentence) {
        for (String token : sentence.split("\\s+")) {
            String word = token.replaceAll("[-._]", ""); // "C-o-n-g-r-a-t-u-l-a-t-i-o-n-s", names of files
            boolean isLong = word.length() >= MIN_WORD_CHARS && word.chars().allMatch(sign -> sign < 0x80);
            if (isLong && !word.contains("/") && !word.contains("@") && changes(word) >= MIN_CHANGES * word.length()) {
                return true;
            }
        }
        return false;
    }

    private static int changes(String word) {
        int changes = 0;
        for (int at = 1; at < word.length(); at++) {
            changes += kind(word.charAt(at)) == kind(word.charAt(at - 1)) ? 0 : 1;
        }
        return changes;
    }

    private static int kind(char sign) {
        if (Character.isDigit(sign)) {
            return 0;
        }
        if (Character.isLetter(sign)) {
            return Character.isUpperCase(sign) ? 1 : 2;
        }
        return 3;
    }
}
