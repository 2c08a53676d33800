package ibid.read.pdf;

import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * Whether the letters that a PDF's fonts name are not those that they show. The text is then no language: codes without
 * a letter, or Latin letters nearly without vowels.
 */
final class GarbledText {

    private static final int MIN_LETTERS = 150; // to judge by
    private static final double MAX_UNMAPPED_SHARE = 0.3;
    private static final double MIN_VOWEL_SHARE = 0.2; // English has 0.38, Polish 0.37, Czech 0.40
    private static final double MAX_VOWEL_SHARE = 0.7; // Hawaiian has 0.6
    private static final String VOWELS = "aeiouyäöüåæøœáéíóúýàèìòùâêîôûãõëïąęıěůőű";

    private GarbledText() {}

    /** @param unmapped characters for which the fonts name no letter */
    static boolean is(List<List<PdfLines.Line>> pages, int unmapped) {
        StringBuilder text = new StringBuilder();
        pages.forEach(page -> page.forEach(line -> text.append(line.text())));
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        long latin = text.codePoints().filter(GarbledText::isLatin).count();
        long vowels = text.codePoints().filter(GarbledText::isVowel).count();
        if (unmapped > MIN_LETTERS && unmapped > MAX_UNMAPPED_SHARE * (unmapped + letters)) {
            return true;
        }
        boolean isJudged = latin >= MIN_LETTERS && 2 * latin > letters;
        return isJudged && (vowels < MIN_VOWEL_SHARE * latin || vowels > MAX_VOWEL_SHARE * latin);
    }

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter) && UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }

    private static boolean isVowel(int letter) {
        return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
    }
}
