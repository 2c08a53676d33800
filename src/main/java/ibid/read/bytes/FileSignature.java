package ibid.read.bytes;

import ibid.IbidException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The kind of a file by its first bytes, independent of its name. */
public enum FileSignature {
    PDF("a PDF; name it .pdf", "%PDF-"),
    ZIP("a ZIP archive; a Word file is named .docx, an EPUB .epub", "PK\u0003\u0004"),
    OFFICE(
            "an encrypted Word file or one of the older format; save it as .docx without a password",
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    RICH_TEXT("rich text; name it .rtf", "{\\rtf"),
    PICTURE("a picture", "\u0089PNG\r\n", "\u00FF\u00D8\u00FF", "GIF87a", "GIF89a", "II*\0", "MM\0*"),
    PACKED("a packed file; unpack it", "\u001F\u008B", "Rar!\u001A", "7z\u00BC\u00AF", "BZh9"),
    PROGRAM("a program", "\u007FELF", "MZ\u0090\0"),
    DATABASE("a database", "SQLite format 3\0");

    private static final Map<String, FileSignature> EXPECTED =
            Map.of("pdf", PDF, "docx", ZIP, "epub", ZIP, "odt", ZIP, "rtf", RICH_TEXT);
    private static final String TEXT_CONTROLS = "\n\r\t\f\u001B"; // ISO-2022-JP has the last one
    private static final double MAX_CONTROL_SHARE = 0.1; // of a text's bytes

    private final String description;
    private final byte[][] signatures;

    FileSignature(String description, String... signatures) {
        this.description = description;
        this.signatures = Arrays.stream(signatures)
                .map(head -> head.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    /** @throws IbidException INVALID if the bytes are clearly of another kind than the extension says */
    public static void check(String extension, byte[] bytes) {
        FileSignature expected = EXPECTED.get(extension);
        Optional<FileSignature> found =
                Arrays.stream(values()).filter(one -> one.matches(bytes)).findFirst();
        if (found.isPresent() && found.get() != expected) {
            throw mismatch(extension, "it is " + found.get().description);
        }
        if (found.isEmpty() && expected == null && isBinary(bytes)) {
            throw mismatch(extension, "it holds no text");
        }
    }

    private static IbidException mismatch(String extension, String found) {
        return new IbidException(IbidException.Code.INVALID, "its name says ." + extension + " but " + found);
    }

    private boolean matches(byte[] bytes) {
        return Arrays.stream(signatures)
                .anyMatch(head ->
                        bytes.length >= head.length && Arrays.equals(head, 0, head.length, bytes, 0, head.length));
    }

    /**
     * Whether too many bytes are control characters that do not occur in text. UTF-16 is text although half its bytes
     * are.
     */
    private static boolean isBinary(byte[] bytes) {
        if (Decoder.isUtf16(bytes)) {
            return false;
        }
        int controls = 0;
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && TEXT_CONTROLS.indexOf(one) < 0) {
                controls++;
            }
        }
        return controls > MAX_CONTROL_SHARE * bytes.length;
    }
}
