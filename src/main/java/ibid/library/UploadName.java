package ibid.library;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Whether the name of a file that somebody sent can be a file's in the folder. It is taken as it is or refused, never mended: a name that was guessed would surprise. */
final class UploadName {

    private static final int MAX_BYTES = 200; // file systems take 255
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]"); // control characters and those that turn the direction
    // of writing

    private UploadName() {}

    /** Composed, so that one name does not stand for two files. */
    static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /** Why it is not one, or empty. */
    static String objection(String name) {
        if (name.isEmpty()) return "the file has no name";
        if (UNSEEN.matcher(name).find()) return "its name has characters that cannot be seen";
        if (name.matches(".*[/\\\\].*")) return "its name has path parts; send the name alone";
        if (name.startsWith(".")) return "its name begins with a dot, and hidden files are not read";
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES)
            return "its name is longer than " + MAX_BYTES + " bytes";
        return "";
    }
}
