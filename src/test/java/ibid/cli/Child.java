package ibid.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ibid in a separate process, as a user starts it. */
final class Child implements AutoCloseable {

    private static final Pattern OPEN = Pattern.compile("Ibid is open at (http://\\S+)");

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param jvm options for the JVM */
    static Child start(List<String> jvm, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        try {
            return new Child(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static Child serving(Path corpus, Path data) {
        return start(
                List.of(),
                "ibid.cli.Main",
                "serve",
                "--corpus",
                corpus.toString(),
                "--data",
                data.toString(),
                "--port",
                "0");
    }

    /** Waits until it listens and returns its address. */
    String url() {
        StringBuilder seen = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                seen.append(line).append('\n');
                Matcher open = OPEN.matcher(line);
                if (open.find()) {
                    return open.group(1);
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        throw new AssertionError("Ibid ended without listening:\n" + seen);
    }

    /** Waits until it prints the line. */
    void line(String awaited) {
        line(awaited::equals, awaited);
    }

    /** Waits until it prints a line with these words, and returns the line. */
    String lineWith(String words) {
        return line(line -> line.contains(words), words);
    }

    private String line(Predicate<String> isAwaited, String words) {
        StringBuilder seen = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                seen.append(line).append('\n');
                if (isAwaited.test(line)) {
                    return line;
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        throw new AssertionError("it ended without saying “" + words + "”:\n" + seen);
    }

    /** Reads what it prints until it ends, or it would wait for somebody to. */
    void drain() {
        Thread.startVirtualThread(() -> {
            try {
                output.transferTo(Writer.nullWriter());
            } catch (IOException killed) {
                return; // its output was closed with it
            }
        });
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end and returns its output. */
    String end() {
        try {
            String rest = output.lines().reduce("", (a, b) -> a + b + "\n");
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + rest);
            }
            return rest;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Tells the process to stop. */
    void stop() {
        process.toHandle().destroy(); // Process.destroy would close its output
    }

    /** Kills the process, like a power cut. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
