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
 * Decodes a file's bytes to clean text: UTF-16 by its byte order mark, UTF-8, the charset that a page declares, or the
 * charset that is detected. Text that was once read in the wrong encoding is repaired; ligatures are spelled out.
 */
public final class Decoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    // Valid sequences for each invalid one in UTF-8 that was cut off or edited; more are needed where the page does not
    // declare UTF-8. Chosen by trying.
    private static final int MIN_VALID_PER_INVALID_STATED = 3;
    private static final int MIN_VALID_PER_INVALID = 10;

    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");
    // UAX 15's stream-safe text has at most 30 marks on a letter; composition takes quadratic time in their number.
    private static final Pattern EXCESS_COMBINING_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|[\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern SPECIAL_SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern C1_CONTROL = Pattern.compile("[\\u0080-\\u009F]");
    /** Letters of the alphabets that need no joiner; in others (Persian, Hindi) and in emoji a joiner stays. */
    private static final String UNJOINED = "&&[^\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsHan}]]";
    /** A joiner that changes nothing. The look-behind sees only the second half of a surrogate pair. */
    private static final Pattern JOINER = Pattern.compile("(?<![\\p{L}\\p{M}\\p{S}\\uDC00-\\uDFFF" + UNJOINED
            + ")[\\u200C\\u200D]|" + "[\\u200C\\u200D](?![\\p{L}\\p{M}\\p{S}" + UNJOINED + ")");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u180B-\\u180E"
                    + "\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFFA0\\uFFF9-\\uFFFB"
                    + "\\uFEFF\\uE000-\\uF8FF]");

    private Decoder() {}

    public static String decode(byte[] bytes) {
        return clean(MojibakeRepair.repair(toText(bytes, Optional.empty())));
    }

    /**
     * The source of a page, not yet cleaned, in the first charset that fits: by its byte order mark, UTF-8, the charset
     * it declares, or the most likely one.
     */
    public static String decodePage(byte[] bytes) {
        String source = MojibakeRepair.repair(toText(bytes, PageEncoding.stated(bytes)));
        return source.startsWith("\uFEFF") ? source.substring(1) : source;
    }

    /**
     * The text in composed form, with plain spaces and hyphens, without control, zero-width and private-use characters
     * and unpaired surrogates. The text may be part of a file.
     */
    public static String clean(String raw) {
        if (raw.chars().allMatch(Decoder::isPlain)) {
            return raw; // most lines of English need none of what follows
        }
        String limited =
                MojibakeRepair.repairCertain(EXCESS_COMBINING_MARKS.matcher(raw).replaceAll("$1"));
        String composed = Normalizer.normalize(
                LIGATURE.matcher(limited).replaceAll(sign -> Normalizer.normalize(sign.group(), Normalizer.Form.NFKC)),
                Normalizer.Form.NFC);
        String lines = LINE_BREAK.matcher(withoutC1Controls(composed)).replaceAll("\n");
        String plain = SPECIAL_SPACE
                .matcher(lines)
                .replaceAll(" ")
                .replace('\u2010', '-')
                .replace('\u2011', '-');
        String visible = INVISIBLE.matcher(plain).replaceAll("");
        return visible.indexOf('\u200C') < 0 && visible.indexOf('\u200D') < 0
                ? visible
                : JOINER.matcher(visible).replaceAll("");
    }

    /** Printable ASCII and line feeds, which nothing is done to. */
    private static boolean isPlain(int sign) {
        return sign >= ' ' && sign <= '~' || sign == '\n';
    }

    /**
     * Replaces C1 controls that are misread quotation marks and dashes of Windows-1252. U+0085 alone is a line end;
     * among other C1 controls it is a misread ellipsis.
     */
    private static String withoutC1Controls(String text) {
        if (text.chars().noneMatch(c -> c >= 0x80 && c <= 0x9F && c != 0x85)) {
            return text;
        }
        return C1_CONTROL
                .matcher(text)
                .replaceAll(control ->
                        new String(new byte[] {(byte) control.group().charAt(0)}, WINDOWS_1252).replace("\uFFFD", ""));
    }

    private static String toText(byte[] bytes, Optional<Charset> stated) {
        if (isMarkedUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Optional<Charset> detected = detectUtf16(bytes).or(() -> detectIso2022Jp(bytes));
        if (detected.isPresent()) {
            return new String(bytes, detected.get());
        }
        return utf8(bytes)
                .or(() -> utf8WithErrors(
                        bytes,
                        stated.filter(StandardCharsets.UTF_8::equals).isPresent()
                                ? MIN_VALID_PER_INVALID_STATED
                                : MIN_VALID_PER_INVALID))
                .or(() -> stated.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                        .map(charset -> new String(bytes, charset))
                        .filter(Decoder::isMostlyValid))
                .orElseGet(() -> EncodingDetector.decode(bytes));
    }

    private static boolean isMostlyValid(String text) {
        return MIN_VALID_PER_INVALID_STATED
                        * text.chars().filter(c -> c == 0xFFFD).count()
                <= text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
    }

    /** Whether the bytes begin with the byte order mark of UTF-16. */
    /** Whether the bytes are in UTF-16, marked or not. */
    public static boolean isUtf16(byte[] bytes) {
        return isMarkedUtf16(bytes) || detectUtf16(bytes).isPresent();
    }

    static boolean isMarkedUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /** Detects UTF-16 without a byte order mark: every second byte of western text is 0. */
    static Optional<Charset> detectUtf16(byte[] bytes) {
        int[] zeros = new int[2];
        int sampledBytes = Math.min(bytes.length, 1 << 12);
        for (int i = 0; i < sampledBytes; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (Math.max(zeros[0], zeros[1]) < 0.4 * sampledBytes || Math.min(zeros[0], zeros[1]) > 0.05 * sampledBytes) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /** Detects ISO-2022-JP, which is ASCII with escapes ("ESC $ B") that switch to Japanese. */
    private static Optional<Charset> detectIso2022Jp(byte[] bytes) {
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
            return Optional.of(strictUtf8().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder strictUtf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Decodes UTF-8 with a few bytes of Windows-1252 in it, or cut off at its end; empty where too many sequences are
     * invalid.
     */
    private static Optional<String> utf8WithErrors(byte[] bytes, int minValidPerInvalid) {
        CharsetDecoder decoder = strictUtf8();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int invalid = 0;
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            out.put(
                    result.length() == 1 && in.remaining() > 1
                            ? new String(bytes, in.position(), 1, WINDOWS_1252).charAt(0)
                            : '\uFFFD');
            in.position(in.position() + result.length());
            invalid++;
        }
        String text = out.flip().toString();
        long valid = text.chars()
                        .filter(c -> c > 0x7F && !Character.isLowSurrogate((char) c))
                        .count()
                - invalid;
        return valid >= (long) minValidPerInvalid * invalid ? Optional.of(text) : Optional.empty();
    }
}
