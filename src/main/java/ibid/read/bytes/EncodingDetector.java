package ibid.read.bytes;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * Guesses the encoding of text that states none and is no UTF-8: what ICU is sure of, else Windows-1252 where that
 * gives words, else
 * the best of ICU's other guesses that does. ICU is unsure of any text of a few lines.
 */
final class EncodingDetector {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SURE = 50; // of 100, ICU's confidence
    private static final int LOOKED_AT = 8000; // bytes; ICU looks at no more
    private static final int NEAR = 40; // bytes round a sign that tell the word it stands in
    private static final double FOREIGN =
            0.4; // of the letters; no language written in Windows-1252 has a quarter of its letters beyond ASCII
    private static final double ODD = 0.12; // of the signs: a typing error now and then
    private static final String SYMBOLS = "¢£¤¥¦¨¬¯±²³´¶·¸¹¼½¾¿"; // letters of other encodings; no word has them within
    private static final String TYPE = "‘’“”„‚«»‹›–—…•\u00A0"; // in every encoding, and tell nothing

    private EncodingDetector() {}

    static String read(byte[] bytes) {
        return new String(bytes, of(bytes));
    }

    private static Charset of(byte[] bytes) {
        byte[] telling = telling(bytes);
        CharsetMatch[] matches = new CharsetDetector().setText(telling).detectAll();
        Optional<Charset> best =
                matches.length == 0 || matches[0].getConfidence() < SURE ? Optional.empty() : charset(matches[0]);
        if (best.isPresent() && givesWords(new String(telling, best.get()))) {
            return best.get();
        }
        String western = new String(telling, WESTERN);
        if (givesWords(western) && !foreign(western)) {
            return WESTERN;
        }
        return Arrays.stream(matches)
                .flatMap(match -> charset(match).stream())
                .filter(charset -> !charset.equals(WESTERN) && givesWords(new String(telling, charset)))
                .findFirst()
                .orElse(best.orElse(WESTERN));
    }

    private static Optional<Charset> charset(CharsetMatch match) {
        return match.getName().startsWith("UTF-")
                ? Optional.empty()
                : PageEncoding.named(match.getName()
                        .replace(
                                "KOI8-R",
                                "KOI8-U")); // the same but for four letters, where the former has lines of tables
    }

    /** The bytes near those beyond ASCII: a page may have none among its first thousands. */
    private static byte[] telling(byte[] bytes) {
        if (bytes.length <= LOOKED_AT) {
            return bytes;
        }
        ByteArrayOutputStream near = new ByteArrayOutputStream(LOOKED_AT);
        int kept = 0;
        for (int i = 0; i < bytes.length && near.size() < LOOKED_AT; i++) {
            if (bytes[i] < 0) {
                kept = keepAround(i, kept, bytes, near);
            }
        }
        return near.toByteArray();
    }

    /** Returns where what is kept ends. */
    private static int keepAround(int at, int kept, byte[] bytes, ByteArrayOutputStream near) {
        int from = Math.max(kept, at - NEAR);
        int to = Math.min(bytes.length, at + NEAR);
        if (from > kept) {
            near.write('\n');
        }
        if (to > from) {
            near.write(bytes, from, to - from);
        }
        return Math.max(kept, to);
    }

    private static boolean foreign(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return text.chars().filter(c -> c > 0x7F && Character.isLetter(c)).count() > FOREIGN * letters;
    }

    /**
     * Whether few of its signs stand where a word has none: a capital after a small letter, a symbol or another
     * script's letter within a word, a control.
     */
    private static boolean givesWords(String text) {
        String bordered = " " + text + " ";
        int signs = 0;
        int odd = 0;
        for (int i = 1; i <= text.length(); i++) {
            char sign = bordered.charAt(i);
            if (sign <= 0x7F || TYPE.indexOf(sign) >= 0) {
                continue;
            }
            signs++;
            if (odd(bordered.charAt(i - 1), sign, bordered.charAt(i + 1))) {
                odd++;
            }
        }
        return odd <= ODD * signs;
    }

    private static boolean isBoxDrawing(char sign) {
        return sign >= '\u2500' && sign <= '\u259F';
    }

    private static boolean oddSymbol(char before, char sign, char after) {
        boolean unit = "£¯¤¥±³¶¹¼¾".indexOf(sign) >= 0;
        if (Character.isLetter(after) && (unit || Character.isLetter(before))) {
            return true;
        }
        return Character.isLowerCase(before) && "²³¹".indexOf(sign) < 0;
    }

    private static boolean odd(char before, char sign, char after) {
        if (sign == '\uFFFD' || Character.isISOControl(sign) || isBoxDrawing(sign)) {
            return true;
        }
        if (sign == '¿') {
            return Character.isLetter(before); // opens a Spanish question
        }
        if (SYMBOLS.indexOf(sign) >= 0) {
            return oddSymbol(before, sign, after);
        }
        return Character.isLetter(sign) && oddLetter(before, sign, after);
    }

    private static boolean oddLetter(char before, char sign, char after) {
        if (Character.isUpperCase(sign) && Character.isLowerCase(before)) {
            return true;
        }
        return mixed(sign, before) || mixed(sign, after);
    }

    private static boolean mixed(char sign, char beside) {
        return beside <= 0x7F
                && Character.isLowerCase(beside)
                && Character.UnicodeScript.of(sign) != Character.UnicodeScript.LATIN
                && Character.UnicodeScript.of(sign) != Character.UnicodeScript.COMMON;
    }
}
