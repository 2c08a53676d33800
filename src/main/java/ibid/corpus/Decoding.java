package ibid.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Turns a file's bytes into clean characters: UTF-8, else UTF-16 by its mark, else Windows-1252. */
final class Decoding {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Decoding() {}

    static String decode(byte[] bytes) {
        return clean(characters(bytes));
    }

    /** Composed form, plain spaces, no control, zero-width or private-use characters. */
    static String clean(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n')
                .replaceAll("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]", " ")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\uE000-\\uF8FF]", "");
    }

    private static String characters(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WESTERN);
        }
    }
}
