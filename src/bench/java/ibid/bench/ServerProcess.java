package ibid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own, for benches that stop and kill it. */
final class ServerProcess {

    private static final Duration MAX_START = Duration.ofMinutes(5);
    private static final Duration MAX_REQUEST = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path folder;
    private final int port;

    /** @param folder holds {@code corpus}, {@code data}, the output and traces of crashes */
    ServerProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "ibid.cli.Main",
                "serve"));
        command.addAll(List.of("--corpus", folder.resolve("corpus").toString()));
        command.addAll(List.of("--data", folder.resolve("data").toString(), "--port", String.valueOf(port)));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.txt").toFile()))
                .start();
    }

    /** Copies the starter articles into the folder. */
    static void prepare(Path folder) throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        try (var files = Files.list(Path.of("corpus"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = corpus.resolve(file.getFileName());
                if (Files.notExists(target)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it answers 200 to {@code /readyz}. */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + MAX_START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended with " + process.exitValue() + " at its start, see " + folder);
            }
            if (status("/readyz") == 200) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("not ready after " + MAX_START);
    }

    private int status(String path) {
        return send(request(path)).map(HttpResponse::statusCode).orElse(0);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(MAX_REQUEST);
    }

    /** Empty if the server was gone before it had answered. */
    Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    Optional<HttpResponse<String>> get(String path) {
        return send(request(path));
    }

    Optional<HttpResponse<String>> delete(String path) {
        return send(request(path).DELETE());
    }

    Optional<HttpResponse<String>> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a file to the collection. */
    Optional<HttpResponse<String>> upload(String name, String text) {
        String form = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--edge--\r\n";
        return send(request("/api/v1/articles")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM. @return the exit code, or -1 if it did not end in time */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        if (process.waitFor(90, TimeUnit.SECONDS)) {
            return process.exitValue();
        }
        kill();
        return -1;
    }

    /** How many traces of native crashes are in the folder. */
    static int crashes(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> name.startsWith("hs_err"));
        return (int) Arrays.stream(names).count();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
