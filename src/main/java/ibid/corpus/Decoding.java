package ibid.corpus;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a file's bytes into clean characters: UTF-8, else UTF-16 by its mark, else what ICU takes its letters for, else
 * Windows-1252; text that was once read in the wrong encoding is mended, ligatures are spelled out.
 */
final class Decoding {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");
    private static final int SURE = 50;   // of 100, ICU's confidence
    /** The signs that UTF-8's second to fourth bytes become in Windows-1252. */
    private static final String TAIL = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
    private static final Pattern MOJIBAKE = Pattern.compile("(?:[\\u00C2-\\u00DF]" + TAIL + "|[\\u00E0-\\u00EF]" + TAIL + "{2}|[\\u00F0-\\u00F4]" + TAIL + "{3}){1,500}");   // longer runs would be matched by recursion, which overflows the stack
    private static final Pattern HEAPED = Pattern.compile("(\\p{M}{30})\\p{M}+");   // no more marks on a letter than UAX 15's stream-safe text has: composing takes their square

    private Decoding() {}

    static String decode(byte[] bytes) {
        return clean(characters(bytes));
    }

    /** Composed form, plain spaces, no control, zero-width or private-use characters, no halves of pairs. */
    static String clean(String raw) {
        String tame = HEAPED.matcher(raw).replaceAll("$1");
        return Normalizer.normalize(mended(LIGATURE.matcher(tame).replaceAll(sign -> Normalizer.normalize(sign.group(), Normalizer.Form.NFKC))), Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n')
                .replaceAll("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]", " ")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\uE000-\\uF8FF]", "");
    }

    /** Runs of signs that are UTF-8 read as Windows-1252 ("â€™") become what they were; a run that is no UTF-8 stays. The last byte of ” has no sign there. */
    private static String mended(String text) {
        if (text.chars().noneMatch(c -> c >= 0xC2 && c <= 0xF4)) return text;
        return MOJIBAKE.matcher(text.replace("â€\uFFFD", "”")).replaceAll(run -> java.util.regex.Matcher.quoteReplacement(utf8(western(run.group())).orElse(run.group())));
    }

    /** Each sign's byte in Windows-1252; the five bytes it leaves undefined are themselves. */
    private static byte[] western(String run) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = run.charAt(i) < 0x100 ? (byte) run.charAt(i) : run.substring(i, i + 1).getBytes(WESTERN)[0];
        return bytes;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static String characters(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        return unmarked(bytes).map(charset -> new String(bytes, charset)).or(() -> utf8(bytes)).orElseGet(() -> detected(bytes));
    }

    /** UTF-16 without its mark: every other byte of western text is 0. */
    static Optional<Charset> unmarked(byte[] bytes) {
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, 1 << 12);
        for (int i = 0; i < looked; i++) if (bytes[i] == 0) zeros[i % 2]++;
        if (Math.max(zeros[0], zeros[1]) < 0.4 * looked || Math.min(zeros[0], zeros[1]) > 0.05 * looked) return Optional.empty();
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static String detected(byte[] bytes) {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        boolean western = match == null || match.getConfidence() < SURE || match.getName().startsWith("ISO-8859-1") || !Charset.isSupported(match.getName());
        return new String(bytes, western ? WESTERN : Charset.forName(match.getName()));
    }
}
