package ibid.read.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a file's bytes into clean characters: UTF-8, else UTF-16 by its mark, else what a page states, else what its
 * letters are taken for; text that was once read in the wrong encoding is mended, ligatures are spelled out.
 */
public final class Decoder {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int WRONG = 3,
            UNSTATED_WRONG =
                    10; // right sequences to each wrong one, in UTF-8 that was cut or patched; more where nothing says
    // that it is UTF-8

    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");
    private static final Pattern HEAPED = Pattern.compile(
            "(\\p{M}{30})\\p{M}+"); // no more marks on a letter than UAX 15's stream-safe text has: composing takes
    // their square
    private static final Pattern BREAK = Pattern.compile("\\r\\n?|[\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern CONTROL = Pattern.compile("[\\u0080-\\u009F]");
    /**
     * Joiners between letters that they shape (Persian, Hindi) and between the parts of an emoji stay; between Latin
     * letters they only part words that are one. What stands behind is seen by its last half alone.
     */
    private static final Pattern JOINER =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{S}\\uDC00-\\uDFFF&&[^\\p{IsLatin}]])[\\u200C\\u200D]|"
                    + "[\\u200C\\u200D](?![\\p{L}\\p{M}\\p{S}&&[^\\p{IsLatin}]])");

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u"
                    + "2064\\u2066-\\u2069\\uFEFF\\uE000-\\uF8FF]");

    private Decoder() {}

    public static String decode(byte[] bytes) {
        return clean(MojibakeRepair.mended(characters(bytes, Optional.empty())));
    }

    /**
     * A page's source as characters, not yet cleaned: its byte order mark, UTF-8 that is some, the charset it states,
     * or the likeliest one.
     */
    public static String page(byte[] bytes) {
        String source = MojibakeRepair.mended(characters(bytes, PageEncoding.stated(bytes)));
        return source.startsWith("\uFEFF") ? source.substring(1) : source;
    }

    /**
     * Composed form, plain spaces and hyphens, no control, zero-width or private-use characters, no halves of pairs.
     * May be a piece of a text.
     */
    public static String clean(String raw) {
        String tame = MojibakeRepair.sure(HEAPED.matcher(raw).replaceAll("$1"));
        String composed = Normalizer.normalize(
                LIGATURE.matcher(tame).replaceAll(sign -> Normalizer.normalize(sign.group(), Normalizer.Form.NFKC)),
                Normalizer.Form.NFC);
        String lines = BREAK.matcher(signs(composed)).replaceAll("\n");
        String plain =
                SPACE.matcher(lines).replaceAll(" ").replace('\u2010', '-').replace('\u2011', '-');
        String seen = UNSEEN.matcher(plain).replaceAll("");
        return seen.indexOf('\u200C') < 0 && seen.indexOf('\u200D') < 0
                ? seen
                : JOINER.matcher(seen).replaceAll("");
    }

    /**
     * Controls that were Windows-1252's quotation marks and dashes. U+0085 alone is what it says, a line's end; among
     * others it was an ellipsis.
     */
    private static String signs(String text) {
        if (text.chars().noneMatch(c -> c >= 0x80 && c <= 0x9F && c != 0x85)) {
            return text;
        }
        return CONTROL.matcher(text)
                .replaceAll(control ->
                        new String(new byte[] {(byte) control.group().charAt(0)}, WESTERN).replace("\uFFFD", ""));
    }

    private static String characters(byte[] bytes, Optional<Charset> stated) {
        if (isMarkedUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Optional<Charset> told = unmarked(bytes).or(() -> escaped(bytes));
        if (told.isPresent()) {
            return new String(bytes, told.get());
        }
        return utf8(bytes)
                .or(() -> patched(
                        bytes, stated.filter(StandardCharsets.UTF_8::equals).isPresent() ? WRONG : UNSTATED_WRONG))
                .or(() -> stated.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                        .map(charset -> new String(bytes, charset))
                        .filter(Decoder::mostlyRead))
                .orElseGet(() -> EncodingDetector.read(bytes));
    }

    private static boolean mostlyRead(String text) {
        return WRONG * text.chars().filter(c -> c == 0xFFFD).count()
                <= text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
    }

    /** Whether it begins with the byte order mark of UTF-16. */
    static boolean isMarkedUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /** UTF-16 without its mark: every other byte of western text is 0. */
    static Optional<Charset> unmarked(byte[] bytes) {
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, 1 << 12);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (Math.max(zeros[0], zeros[1]) < 0.4 * looked || Math.min(zeros[0], zeros[1]) > 0.05 * looked) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /** ISO-2022-JP is ASCII to the eye but for the escapes ("ESC $ B") that shift to Japanese. */
    private static Optional<Charset> escaped(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] < 0) {
                return Optional.empty();
            }
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return Optional.of(Charset.forName("ISO-2022-JP"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(strict().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * UTF-8 with a few bytes of Windows-1252 pasted into it, or cut off at its end; nothing where too much of it is
     * wrong.
     */
    private static Optional<String> patched(byte[] bytes, int ratio) {
        CharsetDecoder decoder = strict();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int wrong = 0;
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            out.put(
                    result.length() == 1 && in.remaining() > 1
                            ? new String(bytes, in.position(), 1, WESTERN).charAt(0)
                            : '\uFFFD');
            in.position(in.position() + result.length());
            wrong++;
        }
        String text = out.flip().toString();
        long right = text.chars()
                        .filter(c -> c > 0x7F && !Character.isLowSurrogate((char) c))
                        .count()
                - wrong;
        return right >= (long) ratio * wrong ? Optional.of(text) : Optional.empty();
    }
}
