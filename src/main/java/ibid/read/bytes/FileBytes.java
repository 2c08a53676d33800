package ibid.read.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The content of one file, with its name, which may show the format.
 *
 * @param name path below the corpus folder, with forward slashes
 */
public record FileBytes(String name, byte[] content) {

    /** The text after the last dot of the name, in lower case; the complete name if it has no dot. */
    public String extension() {
        return extension(name);
    }

    public static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The first bytes as Latin-1, in which every byte is one character. */
    public String head(int maxBytes) {
        return new String(content, 0, Math.min(content.length, maxBytes), StandardCharsets.ISO_8859_1);
    }
}
