package ibid.read.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs mojibake: UTF-8 text that was once read as Windows-1252 ("â€™"). French and German have valid sequences of
 * the same characters ("marché »" with a no-break space reads as 頻). A whole file is therefore repaired only where
 * nearly all its characters beyond ASCII are misread; otherwise only sequences that no language has are repaired.
 */
final class MojibakeRepair {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MAX_ROUNDS = 3; // text is sometimes misread twice, seldom three times
    private static final double MIN_MISREAD_SHARE = 0.8; // of the characters beyond ASCII; chosen by trying
    private static final int MIN_MISREAD_CHARACTERS = 8; // fewer may be chance, unless one is certainly misread

    /** What the second to fourth bytes of UTF-8 become in Windows-1252. */
    private static final String CONTINUATION = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    private static final Pattern MISREAD_CHARACTER = Pattern.compile("[\\u00C2-\\u00DF]" + CONTINUATION
            + "|[\\u00E0-\\u00EF]" + CONTINUATION + "{2}|[\\u00F0-\\u00F4]" + CONTINUATION + "{3}");
    /**
     * Sequences that no language has: the first two bytes of punctuation, Ã before a symbol within a lower-case word, Â
     * before what never follows a letter.
     */
    private static final Pattern CERTAINLY_MISREAD = Pattern.compile(
            "â[€‚„†\\u0080\\u0082\\u0084\\u0086]" + CONTINUATION + "|ï»¿|ï¿½" + "|(?:(?<=\\p{Ll})Ã" + CONTINUATION
                    + "|Ã" + CONTINUATION + "(?=\\p{Ll}))(?<![…‘’“”•–—‹›«»])|Â[\\u0080-\\u009F¡-§©ª¬®-´µ-¹¼-¿]");

    // The last byte of ” is not a character of Windows-1252.
    private static final Pattern TRUNCATED_QUOTE = Pattern.compile("â€(?:\\uFFFD|(?!" + CONTINUATION + "))");

    /** First and last characters of the Unicode blocks that news is written in. */
    private static final int[][] NEWS_CHARACTERS = {
        {0, 0x24F},
        {0x2C6, 0x2C6},
        {0x2DC, 0x2DC},
        {0x300, 0x6FF},
        {0x900, 0x10FF},
        {0x1E00, 0x2BFF},
        {0x3000, 0x9FFF},
        {0xAC00, 0xD7A3},
        {0xFB00, 0xFE0F}
    };

    private static final int FIRST_COMPATIBILITY_FORM = 0xFE30;

    private MojibakeRepair() {}

    /** Repairs the whole text of a file, as many times as it was misread. */
    static String repair(String text) {
        String current = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String repaired =
                    isMisreadThroughout(current) ? replace(MISREAD_CHARACTER, current) : repairCertain(current);
            if (repaired.equals(current)) {
                return current;
            }
            current = repaired;
        }
        return current;
    }

    /** Repairs what is certainly misread in a piece of text, which may be too short to count characters. */
    static String repairCertain(String piece) {
        return piece.chars().noneMatch(c -> c == 'â' || c == 'Ã' || c == 'Â' || c == 'ï')
                ? piece
                : TRUNCATED_QUOTE.matcher(replace(CERTAINLY_MISREAD, piece)).replaceAll("”");
    }

    private static boolean isMisreadThroughout(String text) {
        long nonAscii = text.chars().filter(c -> c > 0x7F).count();
        if (nonAscii == 0) {
            return false;
        }
        long misread = 0, characters = 0;
        Matcher unit = MISREAD_CHARACTER.matcher(text);
        while (unit.find()) {
            if (originalCharacter(unit.group()).isEmpty()) {
                continue;
            }
            misread += unit.end() - unit.start();
            characters++;
        }
        return misread >= MIN_MISREAD_SHARE * nonAscii
                && (characters >= MIN_MISREAD_CHARACTERS
                        || CERTAINLY_MISREAD.matcher(text).find());
    }

    private static String replace(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll((MatchResult found) -> {
            String original = originalCharacter(found.group());
            return Matcher.quoteReplacement(original.isEmpty() ? found.group() : original);
        });
    }

    /**
     * The character whose UTF-8 bytes the sequence is; empty where there is none, or none that news is written in.
     */
    private static String originalCharacter(String signs) {
        try {
            String original = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(singleBytes(signs)))
                    .toString();
            return isUsedInNews(original.codePointAt(0)) ? original : "";
        } catch (CharacterCodingException notUtf8) {
            return "";
        }
    }

    private static byte[] singleBytes(String signs) {
        byte[] bytes = new byte[signs.length()];
        for (int i = 0; i < bytes.length; i++) {
            char sign = signs.charAt(i);
            bytes[i] = sign < 0x100 ? (byte) sign : String.valueOf(sign).getBytes(WINDOWS_1252)[0];
        }
        return bytes;
    }

    /**
     * False for the phonetic, Syriac, N'Ko and private-use characters that a capital before a quotation mark becomes.
     */
    private static boolean isUsedInNews(int sign) {
        for (int[] range : NEWS_CHARACTERS) {
            if (sign >= range[0] && sign <= range[1]) {
                return true;
            }
        }
        return sign >= FIRST_COMPATIBILITY_FORM
                && Character.isDefined(sign)
                && Character.getType(sign) != Character.PRIVATE_USE;
    }
}
