package ibid.language.injection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Signs that no reader of an article reads: Braille and Morse, letters in boxes, words without vowels, long
 * words of signs in disorder.
 */
final class UnreadableSigns {

    private static final int MIN_SIGNS = 8; // two words of Braille
    private static final int MIN_MORSE_LETTERS = 12;
    private static final int MAX_MORSE_SIGNS = 7;
    private static final int MIN_MORSE_LENGTHS = 3; // "ha ha ha" has one
    private static final int MIN_DISORDERED_CHARS = 24; // 18 letters in base 64
    private static final int MIN_WORD_CHARS = 5; // "FedEx" alone is no code
    private static final String QUOTES = "\"'“”‘’(),;:";
    private static final double MIN_CHANGES = 0.4; // between kinds of signs; random base 64 has 0.6, words hardly any

    private static final int MIN_TAP_LENGTHS = 5; // rows of dots in a list of contents have one or two
    private static final String VOWELS = "aeiouy";
    private static final int MIN_WITHOUT_VOWELS = 5;
    private static final double MIN_SHARE_WITHOUT_VOWELS = 0.4;

    private UnreadableSigns() {}

    static boolean areIn(String sentence) {
        return sentence.codePoints().filter(UnreadableSigns::isSymbolForLetter).count() >= MIN_SIGNS
                || holdsMorse(sentence)
                || isWithoutVowels(sentence)
                || holdsDisorder(sentence);
    }

    private static boolean isSymbolForLetter(int sign) {
        boolean isBraille = sign > 0x2800 && sign <= 0x28FF;
        boolean isBoxed = sign >= 0x1F150 && sign <= 0x1F189; // white on black; others are compatibility forms
        return isBraille || isBoxed;
    }

    /** Groups of two signs, whatever they are; or of one sign, counted. */
    private static boolean holdsMorse(String sentence) {
        Set<Integer> signs = new HashSet<>();
        Set<Integer> lengths = new HashSet<>();
        int letters = 0;
        for (String part : sentence.split("[\\s/|]+")) {
            int[] group = part.codePoints().toArray();
            Arrays.stream(group).forEach(signs::add);
            if (signs.size() > 2 || group.length > MAX_MORSE_SIGNS) {
                signs.clear();
                lengths.clear();
                letters = 0;
                continue;
            }
            lengths.add(group.length);
            letters++;
            boolean isVaried = lengths.size() >= (signs.size() == 2 ? MIN_MORSE_LENGTHS : MIN_TAP_LENGTHS);
            if (letters >= MIN_MORSE_LETTERS && isVaried) {
                return true;
            }
        }
        return false;
    }

    /** "gnr ll prvs nstrctns": most of its words have no vowel, as abbreviations have; units are shorter. */
    private static boolean isWithoutVowels(String sentence) {
        int words = 0;
        int without = 0;
        for (String word : sentence.split("[^\\p{L}\\p{M}\\p{N}]+")) {
            boolean isSmall = word.length() > 1 && word.chars().allMatch(sign -> sign >= 'a' && sign <= 'z');
            words += isSmall ? 1 : 0;
            without += isSmall && word.chars().noneMatch(sign -> VOWELS.indexOf(sign) >= 0) ? 1 : 0;
        }
        return without >= MIN_WITHOUT_VOWELS && without >= MIN_SHARE_WITHOUT_VOWELS * words;
    }

    /** A long word of signs in disorder, or several shorter ones in a row. */
    private static boolean holdsDisorder(String sentence) {
        int row = 0;
        for (String token : sentence.split("\\s+")) {
            String word = bare(token);
            row = isDisordered(word) && !isAddress(token) ? row + word.length() : 0;
            if (row >= MIN_DISORDERED_CHARS) {
                return true;
            }
        }
        return false;
    }

    /** Without the signs around a word and those in "C-o-n-g-r-a-t-u-l-a-t-i-o-n-s" or the name of a file. */
    private static String bare(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && QUOTES.indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        while (start < end && QUOTES.indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(start, end).replaceAll("[-._/]", "");
    }

    private static boolean isAddress(String token) {
        int at = token.indexOf('@');
        boolean isEmail = at > 0 && at == token.lastIndexOf('@') && token.indexOf('.', at) > at;
        return isEmail || token.contains("://") || token.startsWith("www.");
    }

    private static boolean isDisordered(String word) {
        return word.length() >= MIN_WORD_CHARS
                && word.chars().allMatch(sign -> sign < 0x80)
                && changes(word) >= MIN_CHANGES * word.length();
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
