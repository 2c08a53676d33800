package ibid.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which Ibid this is, so that what was measured on one build is not taken for another's. */
public final class BuildVersion {

    private static final String SAID = read();

    private BuildVersion() {}

    /** {@code 0.7.0, built 2026-11-28T10:29:09Z, commit d135434}, as far as it is known. */
    public static String said() {
        return SAID;
    }

    private static String read() {
        try {
            Path code = Path.of(BuildVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()); // target/ibid.jar or target/classes
            String version = Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
                    .map(number -> number + ", ")
                    .orElse("");
            return version + "built " + Files.getLastModifiedTime(code)
                    + commit(code.resolve("../../.git").normalize());
        } catch (URISyntaxException | IOException unreadable) {
            throw new UncheckedIOException(new IOException("cannot see when this build was made", unreadable));
        }
    }

    private static String commit(Path git) throws IOException {
        if (!Files.exists(git.resolve("HEAD"))) return "";
        String head = Files.readString(git.resolve("HEAD")).strip();
        Path branch = git.resolve(head.replaceFirst("^ref: ", ""));
        if (head.startsWith("ref: ") && Files.exists(branch))
            head = Files.readString(branch).strip();
        return head.matches("[0-9a-f]{40,}") ? ", commit " + head.substring(0, 7) : "";
    }
}
