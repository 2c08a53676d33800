package ibid.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root. In a user namespace root is nobody in particular, and owns the same files. */
final class UserNamespace {

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

    private UserNamespace() {}

    /** What a command begins with. */
    static List<String> prefix() {
        return IS_ROOT ? List.of("unshare", "-U") : List.of();
    }

    /** Skips a test where root may not make one, as in a container with the usual profile of Docker. */
    static void require() {
        assumeTrue(!IS_ROOT || isAllowed(), "root may make no user namespace here, so PostgreSQL cannot be started");
    }

    private static boolean isAllowed() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }
}
