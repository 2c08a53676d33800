package ibid.read.bytes;

import ibid.IbidException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Tells by a file's first bytes what it is, whatever its name says. */
public enum FileSignature {
    PDF("a PDF; name it .pdf", "%PDF-"),
    ZIP("a ZIP archive; a Word file is named .docx, an EPUB .epub", "PK\u0003\u0004"),
    OFFICE(
            "an encrypted Word file or one of the older format; save it as .docx without a password",
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    RICH_TEXT("rich text; save it as .docx", "{\\rtf"),
    PICTURE("a picture", "\u0089PNG\r\n", "\u00FF\u00D8\u00FF", "GIF87a", "GIF89a", "II*\0", "MM\0*"),
    PACKED("a packed file; unpack it", "\u001F\u008B", "Rar!\u001A", "7z\u00BC\u00AF", "BZh9"),
    PROGRAM("a program", "\u007FELF", "MZ\u0090\0"),
    DATABASE("a database", "SQLite format 3\0");

    private static final Map<String, FileSignature> MEANT = Map.of("pdf", PDF, "docx", ZIP, "epub", ZIP);
    private static final String TEXT_CONTROLS = "\n\r\t\f\u001B"; // the last shifts to Japanese
    private static final double MOST_CONTROLS = 0.1; // of a text's bytes

    private final String is;
    private final byte[][] heads;

    FileSignature(String is, String... heads) {
        this.is = is;
        this.heads = Arrays.stream(heads)
                .map(head -> head.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
    }

    /** @throws IbidException INVALID if the bytes are plainly of another kind than the ending says */
    public static void check(String ending, byte[] bytes) {
        FileSignature meant = MEANT.get(ending);
        Optional<FileSignature> found =
                Arrays.stream(values()).filter(one -> one.opens(bytes)).findFirst();
        if (found.isPresent() && found.get() != meant) {
            throw mismatch(ending, "is " + found.get().is);
        }
        if (found.isEmpty() && meant == null && binary(bytes)) {
            throw mismatch(ending, "holds no text");
        }
    }

    private static IbidException mismatch(String ending, String found) {
        return new IbidException(IbidException.Code.INVALID, "its name says ." + ending + " but it " + found);
    }

    private boolean opens(byte[] bytes) {
        return Arrays.stream(heads)
                .anyMatch(head ->
                        bytes.length >= head.length && Arrays.equals(head, 0, head.length, bytes, 0, head.length));
    }

    /** Whether it is full of characters that no text has, read as single bytes; UTF-16 has them half the time. */
    private static boolean binary(byte[] bytes) {
        if (Decoder.isMarkedUtf16(bytes) || Decoder.unmarked(bytes).isPresent()) {
            return false;
        }
        int controls = 0;
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && TEXT_CONTROLS.indexOf(one) < 0) {
                controls++;
            }
        }
        return controls > MOST_CONTROLS * bytes.length;
    }
}
