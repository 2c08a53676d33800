package ibid.cli.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The browser of the person at this machine, opened by the command that the system has for it. */
public final class Browser {

    private final List<String> command;

    /** @param command opens the address that is its last argument */
    Browser(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The usual one of the system that Ibid runs on. */
    public static Browser usual() {
        return of(System.getProperty("os.name"));
    }

    static Browser of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new Browser(List.of("open"));
        }
        boolean isWindows = name.startsWith("windows");
        return new Browser(isWindows ? List.of("rundll32", "url.dll,FileProtocolHandler") : List.of("xdg-open"));
    }

    /** The command that opens an address. */
    List<String> toOpen(String address) {
        List<String> whole = new ArrayList<>(command);
        whole.add(address);
        return whole;
    }

    /** Opens it without waiting. @return false where the system lacks the command */
    public boolean isOpened(String address) {
        try {
            new ProcessBuilder(toOpen(address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException missing) {
            return false;
        }
    }
}
