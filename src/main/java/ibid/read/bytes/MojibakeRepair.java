package ibid.read.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends text that was UTF-8 and was once read as Windows-1252 ("â€™"). French and German have legal rows of the same
 * signs
 * ("marché »" with a no-break space reads as 頻): so a whole file is mended throughout only where nearly all its signs
 * say so, and
 * else only where no language has what stands there.
 */
final class MojibakeRepair {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int ROUNDS = 3; // text is wrongly read twice at times, seldom three times
    private static final double NEARLY_ALL = 0.8;
    private static final int MANY =
            8; // characters; fewer may be chance where none of the sure signs stands beside them

    /** The signs that UTF-8's second to fourth bytes become. */
    private static final String TAIL = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    private static final Pattern UNIT = Pattern.compile(
            "[\\u00C2-\\u00DF]" + TAIL + "|[\\u00E0-\\u00EF]" + TAIL + "{2}|[\\u00F0-\\u00F4]" + TAIL + "{3}");
    /**
     * Rows that no language has: punctuation's first two bytes, an Ã before a sign within a word of small letters, a Â
     * before what never follows a letter.
     */
    private static final Pattern SURE =
            Pattern.compile("â[€‚„†\\u0080\\u0082\\u0084\\u0086]" + TAIL + "|ï»¿|ï¿½" + "|(?:(?<=\\p{Ll})Ã" + TAIL
                    + "|Ã" + TAIL + "(?=\\p{Ll}))(?<![…‘’“”•–—‹›«»])|Â[\\u0080-\\u009F¡-§©ª¬®-´µ-¹¼-¿]");

    private static final Pattern LOST_END =
            Pattern.compile("â€(?:\\uFFFD|(?!" + TAIL + "))"); // the last byte of ” has no sign there

    /** First and last characters of the blocks that news is written in. */
    private static final int[][] USUAL = {
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

    private static final int LAST_FORMS = 0xFE30;

    private MojibakeRepair() {}

    /** The whole text of a file, mended as often as it was wrongly read. */
    static String mended(String text) {
        String now = text;
        for (int round = 0; round < ROUNDS; round++) {
            String better = throughout(now) ? replaced(UNIT, now) : sure(now);
            if (better.equals(now)) {
                return now;
            }
            now = better;
        }
        return now;
    }

    /** A piece of a text, too short to judge its signs by their number. */
    static String sure(String piece) {
        return piece.chars().noneMatch(c -> c == 'â' || c == 'Ã' || c == 'Â' || c == 'ï')
                ? piece
                : LOST_END.matcher(replaced(SURE, piece)).replaceAll("”");
    }

    private static boolean throughout(String text) {
        long signs = text.chars().filter(c -> c > 0x7F).count();
        List<String> wrong = UNIT.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(unit -> !character(unit).isEmpty())
                .toList();
        int wrongSigns = wrong.stream().mapToInt(String::length).sum();
        boolean nearlyAll = signs > 0 && wrongSigns >= NEARLY_ALL * signs;
        return nearlyAll && (wrong.size() >= MANY || SURE.matcher(text).find());
    }

    private static String replaced(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll((MatchResult found) -> {
            String meant = character(found.group());
            return Matcher.quoteReplacement(meant.isEmpty() ? found.group() : meant);
        });
    }

    /**
     * The character whose bytes in UTF-8 the signs are, or nothing where they are none or none that news is written in.
     */
    private static String character(String signs) {
        try {
            String meant = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes(signs)))
                    .toString();
            return usual(meant.codePointAt(0)) ? meant : "";
        } catch (CharacterCodingException notUtf8) {
            return "";
        }
    }

    private static byte[] bytes(String signs) {
        byte[] bytes = new byte[signs.length()];
        for (int i = 0; i < bytes.length; i++) {
            char sign = signs.charAt(i);
            bytes[i] = sign < 0x100 ? (byte) sign : String.valueOf(sign).getBytes(WESTERN)[0];
        }
        return bytes;
    }

    /**
     * Not the phonetic signs, Syriac, N'Ko and private characters that a capital before a quotation mark would become.
     */
    private static boolean usual(int sign) {
        for (int[] range : USUAL) {
            if (sign >= range[0] && sign <= range[1]) {
                return true;
            }
        }
        return sign >= LAST_FORMS && Character.isDefined(sign) && Character.getType(sign) != Character.PRIVATE_USE;
    }
}
