package ibid.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The version, build time and commit of this Ibid, so that measurements are attributed to the right build. */
public final class BuildVersion {

    private static final String BRANCH_PREFIX = "ref: ";
    private static final int MIN_HASH_DIGITS = 40;
    private static final int SHOWN_HASH_DIGITS = 7;
    private static final String TEXT = read(); // after the constants it uses

    private BuildVersion() {}

    /** {@code 0.7.0, built 2026-11-28T10:29:09Z, commit d135434}, as far as known. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try {
            Path code = Path.of(BuildVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()); // target/ibid.jar or target/classes
            Path git = code.resolve("../../.git").normalize();
            return number() + "built " + Files.getLastModifiedTime(code) + commit(git);
        } catch (URISyntaxException | IOException unreadable) {
            throw new UncheckedIOException(new IOException("cannot see when this build was made", unreadable));
        }
    }

    private static String number() {
        String number = BuildVersion.class.getPackage().getImplementationVersion();
        return number == null ? "" : number + ", ";
    }

    private static String commit(Path git) throws IOException {
        String head = text(git.resolve("HEAD"));
        String hash = head.startsWith(BRANCH_PREFIX) ? text(git.resolve(head.substring(BRANCH_PREFIX.length()))) : head;
        return isHash(hash) ? ", commit " + hash.substring(0, SHOWN_HASH_DIGITS) : "";
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private static boolean isHash(String text) {
        return text.length() >= MIN_HASH_DIGITS && text.chars().allMatch(letter -> Character.digit(letter, 16) >= 0);
    }
}
