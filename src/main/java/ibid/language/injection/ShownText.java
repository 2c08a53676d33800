package ibid.language.injection;

import ibid.language.CharRuns;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text as a person sees it: without characters that show nothing, and with letters of other alphabets in the middle
 * of a Latin word read as the Latin letters that they look like.
 */
public final class ShownText {

    private static final int FIRST_TAG = 0xE0000; // Unicode's tag characters: a copy of ASCII that shows nothing
    private static final int LAST_TAG = 0xE007F;
    private static final int BLACK_FLAG = 0x1F3F4; // flags of regions are written with tag characters
    private static final int FIRST_SELECTOR = 0xFE00;
    private static final int LAST_SELECTOR = 0xFE0F;
    private static final int FIRST_MORE_SELECTORS = 0xE0100;
    private static final int LAST_MORE_SELECTORS = 0xE01EF;

    // Cyrillic, Greek and Armenian letters, and below each the Latin one that looks the same.
    private static final String FOREIGN = "аеорсухіјѕԁһӏАВЕКМНОРСТХІЅЈԌαονρικυτΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑոսօ";
    private static final String FOREIGN_IN_LATIN = "aeopcyxijsdhlABEKMHOPCTXISJGaovpikutABEZHIKMNOPTYXanuo";
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
    private static final String SMALL_CAPITALS_IN_LATIN = "abcdefghijklmnoprstuvwyz";
    private static final int[] SYMBOLS_FROM_A = {0x1F1E6, 0x249C, 0x1F110, 0x1F150, 0x1F170};
    private static final int LETTERS = 26;
    private static final int KEYCAP = 0x20E3; // laid over a digit
    private static final Set<UnicodeScript> EAST_ASIAN =
            Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.COMMON);
    private static final int MIN_FOREIGN_LETTERS = 2; // in a word
    private static final int MIN_SMALL_CAPITALS = 3; // of a word; phonetic spellings have one or two

    private ShownText() {}

    /** The characters of a text that show something. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().filter(sign -> !isInvisible(sign)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /**
     * The text without tag characters, except in flags of regions, and without selectors of variants that follow
     * another: text is hidden in both.
     */
    public static String withoutTags(String text) {
        if (text.codePoints().noneMatch(sign -> isTag(sign) || isSelector(sign))) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int before = 0;
        for (int sign : text.codePoints().toArray()) {
            boolean inFlag = isTag(sign) && before == BLACK_FLAG;
            if (inFlag || !isTag(sign) && !(isSelector(sign) && isSelector(before))) {
                kept.appendCodePoint(sign);
            }
            before = inFlag ? BLACK_FLAG : sign;
        }
        return kept.toString();
    }

    private static boolean isSelector(int sign) {
        return sign >= FIRST_SELECTOR && sign <= LAST_SELECTOR
                || sign >= FIRST_MORE_SELECTORS && sign <= LAST_MORE_SELECTORS;
    }

    /** What a text says in tag characters, which show nothing; empty if it says nothing. */
    public static String hidden(String text) {
        StringBuilder hidden = new StringBuilder();
        int before = 0;
        for (int sign : text.codePoints().toArray()) {
            if (isTag(sign) && before != BLACK_FLAG && sign > FIRST_TAG + ' ' - 1 && sign < LAST_TAG) {
                hidden.appendCodePoint(sign - FIRST_TAG);
            }
            before = isTag(sign) && before == BLACK_FLAG ? BLACK_FLAG : sign;
        }
        return hidden.toString();
    }

    private static boolean isTag(int sign) {
        return sign >= FIRST_TAG && sign <= LAST_TAG;
    }

    private static boolean isInvisible(int sign) {
        return isTag(sign) || isSelector(sign) || Character.getType(sign) == Character.FORMAT;
    }

    /** The words as they look: mixed alphabets read as Latin, compatibility forms as plain letters. */
    static String asSeen(String text) {
        String plain = withoutStackedMarks(Normalizer.normalize(lettersOfSymbols(of(text)), Normalizer.Form.NFKC));
        StringBuilder seen = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            int end = CharRuns.end(plain, at, sign -> !Character.isWhitespace(sign));
            String word = plain.substring(at, end);
            seen.append(isMixed(word) ? inLatin(word) : word);
            int next = CharRuns.end(plain, end, Character::isWhitespace);
            seen.append(plain, end, next);
            at = next;
        }
        return seen.toString();
    }

    /** Letters in boxes, circles, brackets or flags as plain ones; others are compatibility forms. */
    private static String lettersOfSymbols(String text) {
        StringBuilder plain = new StringBuilder();
        for (int sign : text.codePoints().toArray()) {
            int letter = sign;
            for (int first : SYMBOLS_FROM_A) {
                letter = sign >= first && sign < first + LETTERS ? 'a' + sign - first : letter;
            }
            plain.appendCodePoint(letter);
        }
        return plain.toString();
    }

    /** Without marks that are laid over Latin letters and are part of none. */
    private static String withoutStackedMarks(String text) {
        StringBuilder plain = new StringBuilder();
        boolean isLatin = false;
        for (int sign : text.codePoints().toArray()) {
            boolean isMark = Character.getType(sign) == Character.NON_SPACING_MARK
                    || Character.getType(sign) == Character.ENCLOSING_MARK;
            isLatin = isMark ? isLatin : Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN;
            if (!(isMark && isLatin) && sign != KEYCAP) {
                plain.appendCodePoint(sign);
            }
        }
        return plain.toString();
    }

    /** The words that mix Latin letters with letters of another alphabet that look like Latin ones. */
    static List<String> mixedWords(String text) {
        List<String> mixed = new ArrayList<>();
        for (String word : of(text).split("[^\\p{L}\\p{M}]+")) {
            if (isMixed(word) || hasLettersOfSeveralScripts(word)) {
                mixed.add(word);
            }
        }
        return mixed;
    }

    /** Of scripts with letters; "µg" and "TNFα" have one foreign letter, names of products few. */
    private static boolean hasLettersOfSeveralScripts(String word) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        word.codePoints()
                .filter(sign -> Character.isLetter(sign) && !Character.isIdeographic(sign))
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        scripts.keySet().removeAll(EAST_ASIAN);
        return scripts.size() > 1 && Collections.max(scripts.values()) <= word.length() - MIN_FOREIGN_LETTERS;
    }

    private static boolean isMixed(String word) {
        boolean hasLatin = word.chars().anyMatch(sign -> sign < 0x80 && Character.isLetter(sign));
        boolean hasForeign = word.chars().anyMatch(sign -> FOREIGN.indexOf(sign) >= 0);
        return hasLatin && hasForeign
                || word.chars().filter(ShownText::isSmallCapital).count() >= MIN_SMALL_CAPITALS;
    }

    private static boolean isSmallCapital(int sign) {
        return SMALL_CAPITALS.indexOf(sign) >= 0;
    }

    private static String inLatin(String word) {
        StringBuilder latin = new StringBuilder();
        for (char sign : word.toCharArray()) {
            latin.append(inLatin(sign));
        }
        return latin.toString();
    }

    private static char inLatin(char sign) {
        int foreign = FOREIGN.indexOf(sign);
        int small = SMALL_CAPITALS.indexOf(sign);
        if (foreign >= 0) {
            return FOREIGN_IN_LATIN.charAt(foreign);
        }
        return small >= 0 ? SMALL_CAPITALS_IN_LATIN.charAt(small) : sign;
    }
}
