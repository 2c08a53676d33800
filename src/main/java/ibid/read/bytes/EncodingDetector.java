package ibid.read.bytes;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * Detects the charset of text that declares none and is not UTF-8: ICU's first match where its confidence is high, else
 * Windows-1252 where the text then reads as words, else ICU's best other match for which it does. ICU's confidence is
 * low for any text of a few lines.
 */
final class EncodingDetector {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MIN_ICU_CONFIDENCE = 50; // of 100
    private static final int MAX_SAMPLE_BYTES = 8000; // ICU reads no more
    private static final int CONTEXT_BYTES = 40; // on either side of a byte beyond ASCII, enough for its word
    // No language written in Windows-1252 has as much as a quarter of its letters beyond ASCII.
    private static final double MAX_NON_ASCII_LETTER_SHARE = 0.4;
    private static final double MAX_ODD_CHARACTER_SHARE = 0.12; // allows for typing errors; chosen by trying
    private static final String SYMBOLS = "¢£¤¥¦¨¬¯±²³´¶·¸¹¼½¾¿"; // never within a word; letters in other charsets
    private static final String PUNCTUATION = "‘’“”„‚«»‹›–—…•\u00A0"; // in every charset, so it is no evidence

    private EncodingDetector() {}

    static String decode(byte[] bytes) {
        return new String(bytes, detect(bytes));
    }

    private static Charset detect(byte[] bytes) {
        byte[] sample = sample(bytes);
        CharsetMatch[] matches = new CharsetDetector().setText(sample).detectAll();
        Optional<Charset> best = matches.length == 0 || matches[0].getConfidence() < MIN_ICU_CONFIDENCE
                ? Optional.empty()
                : charset(matches[0]);
        if (best.isPresent() && readsAsWords(new String(sample, best.get()))) {
            return best.get();
        }
        String western = new String(sample, WINDOWS_1252);
        if (readsAsWords(western) && !isForeign(western)) {
            return WINDOWS_1252;
        }
        return Arrays.stream(matches)
                .flatMap(match -> charset(match).stream())
                .filter(charset -> !charset.equals(WINDOWS_1252) && readsAsWords(new String(sample, charset)))
                .findFirst()
                .orElse(best.orElse(WINDOWS_1252));
    }

    private static Optional<Charset> charset(CharsetMatch match) {
        return match.getName().startsWith("UTF-")
                ? Optional.empty()
                : PageEncoding.ofLabel(
                        match.getName().replace("KOI8-R", "KOI8-U")); // differs in four letters, which KOI8-R lacks
    }

    /** The bytes around those beyond ASCII, because the first thousands of bytes of a page may have none. */
    private static byte[] sample(byte[] bytes) {
        if (bytes.length <= MAX_SAMPLE_BYTES) {
            return bytes;
        }
        ByteArrayOutputStream sample = new ByteArrayOutputStream(MAX_SAMPLE_BYTES);
        int sampledTo = 0;
        for (int i = 0; i < bytes.length && sample.size() < MAX_SAMPLE_BYTES; i++) {
            if (bytes[i] >= 0) {
                continue;
            }
            int from = Math.max(sampledTo, i - CONTEXT_BYTES), to = Math.min(bytes.length, i + CONTEXT_BYTES);
            if (from > sampledTo) {
                sample.write('\n');
            }
            if (to > from) {
                sample.write(bytes, from, to - from);
            }
            sampledTo = Math.max(sampledTo, to);
        }
        return sample.toByteArray();
    }

    private static boolean isForeign(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return text.chars().filter(c -> c > 0x7F && Character.isLetter(c)).count()
                > MAX_NON_ASCII_LETTER_SHARE * letters;
    }

    /**
     * Whether few characters are in a position that occurs in no word: a capital after a lower-case letter, a symbol or
     * a letter of another script within a word, a control character.
     */
    private static boolean readsAsWords(String text) {
        int nonAscii = 0;
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign <= 0x7F || PUNCTUATION.indexOf(sign) >= 0) {
                continue;
            }
            nonAscii++;
            if (isOdd(charOrSpace(text, i - 1), sign, charOrSpace(text, i + 1))) {
                odd++;
            }
        }
        return odd <= MAX_ODD_CHARACTER_SHARE * nonAscii;
    }

    private static char charOrSpace(String text, int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }

    private static boolean isBoxDrawing(char sign) {
        return sign >= '\u2500' && sign <= '\u259F';
    }

    private static boolean isOddSymbol(char before, char sign, char after) {
        boolean unit = "£¯¤¥±³¶¹¼¾".indexOf(sign) >= 0;
        if (Character.isLetter(after) && (unit || Character.isLetter(before))) {
            return true;
        }
        return Character.isLowerCase(before) && "²³¹".indexOf(sign) < 0;
    }

    private static boolean isOdd(char before, char sign, char after) {
        if (sign == '\uFFFD' || Character.isISOControl(sign) || isBoxDrawing(sign)) {
            return true;
        }
        if (sign == '¿') {
            return Character.isLetter(before); // begins a Spanish question
        }
        if (SYMBOLS.indexOf(sign) >= 0) {
            return isOddSymbol(before, sign, after);
        }
        return Character.isLetter(sign) && isOddLetter(before, sign, after);
    }

    private static boolean isOddLetter(char before, char sign, char after) {
        if (Character.isUpperCase(sign) && Character.isLowerCase(before)) {
            return true;
        }
        return mixesScripts(sign, before) || mixesScripts(sign, after);
    }

    private static boolean mixesScripts(char sign, char beside) {
        return beside <= 0x7F
                && Character.isLowerCase(beside)
                && Character.UnicodeScript.of(sign) != Character.UnicodeScript.LATIN
                && Character.UnicodeScript.of(sign) != Character.UnicodeScript.COMMON;
    }
}
