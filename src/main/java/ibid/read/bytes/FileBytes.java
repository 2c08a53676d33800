package ibid.read.bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The content of one file, with its name, which may show the format.
 *
 * @param name      path below the corpus folder, with forward slashes
 * @param extension of the file, in lower case; of an entry, that of the file that holds it
 */
public record FileBytes(String name, byte[] content, String extension) {

    public FileBytes(String name, byte[] content) {
        this(name, content, extension(name));
    }

    /** The text after the last dot of the name, in lower case; the complete name if it has no dot. */
    public static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** SHA-256, hex. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The first bytes as Latin-1, in which every byte is one character. */
    public String head(int maxBytes) {
        return new String(content, 0, Math.min(content.length, maxBytes), StandardCharsets.ISO_8859_1);
    }
}
