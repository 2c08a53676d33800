package ibid.library;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Checks the name of an uploaded file. The name is accepted unchanged or refused, because a changed name would surprise
 * the user.
 */
final class UploadName {

    private static final int MAX_BYTES = 200; // limit of file systems is 255

    private UploadName() {}

    /** The name in composed Unicode characters, so that equal names are equal strings. */
    static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /** Why the name cannot be used in the folder, or empty. */
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

    /**
     * Whether it is a control character, an unpaired surrogate, a line separator, or a mark that changes the writing
     * direction.
     */
    private static boolean isInvisible(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || codePoint >= 0x2028 && codePoint <= 0x202e
                || codePoint >= 0x2066 && codePoint <= 0x2069;
    }
}
