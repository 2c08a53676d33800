package ibid.library;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Checks the name of a file that somebody sent. It is taken as it is or refused, never changed: a guessed name would
 * surprise.
 */
final class UploadName {

    private static final int MAX_BYTES = 200; // file systems take 255

    private UploadName() {}

    /** In composed characters, so that one name does not mean two files. */
    static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /** Why it cannot be a file's name in the folder, or empty. */
    static String objection(String name) {
        if (name.isEmpty()) {
            return "the file has no name";
        }
        if (name.codePoints().anyMatch(UploadName::isInvisible)) {
            return "its name has characters that cannot be seen";
        }
        if (name.contains("/") || name.contains("\\")) {
            return "its name has path parts; send the name alone";
        }
        if (name.startsWith(".")) {
            return "its name begins with a dot, and hidden files are not read";
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return "its name is longer than " + MAX_BYTES + " bytes";
        }
        return "";
    }

    /** Control characters, halves of characters, line separators, and marks that turn the direction of writing. */
    private static boolean isInvisible(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || codePoint >= 0x2028 && codePoint <= 0x202e
                || codePoint >= 0x2066 && codePoint <= 0x2069;
    }
}
