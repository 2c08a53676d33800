package ibid.bench;

import java.io.File;
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

    private static final Duration MAX_START = Duration.ofMinutes(10);
    private static final Duration MAX_REQUEST = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path folder;
    private final int port;
    private volatile String failure = "none";

    /** @param folder holds {@code corpus}, {@code data}, the output and traces of crashes */
    ServerProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(sharedClasses(classPath));
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
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

    /** The archive of classes that the launcher uses too; Java makes none of class files in folders. */
    private List<String> sharedClasses(String classPath) {
        boolean isOfJars =
                Arrays.stream(classPath.split(File.pathSeparator)).noneMatch(part -> new File(part).isDirectory());
        return isOfJars
                ? List.of(
                        "-XX:SharedArchiveFile=" + folder.resolve("ibid.jsa"),
                        "-XX:+AutoCreateSharedArchive",
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off")
                : List.of();
    }

    /** Writes the articles and makes the index, so that what is measured afterwards starts in seconds. */
    static void prepare(Path folder, int port) throws IOException, InterruptedException {
        PortNews.write(folder.resolve("corpus"));
        long start = System.nanoTime();
        ServerProcess server = new ServerProcess(folder, port);
        server.awaitReady();
        System.out.printf(
                "first start ready after %.1f s, stopped with %d%n", (System.nanoTime() - start) / 1e9, server.stop());
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
            failure = gone.toString();
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Why the last request without a response had none. */
    String failure() {
        return failure;
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

    /** Memory of the process in the machine; Linux only. */
    long residentMegabytes() {
        return read(Path.of("/proc", String.valueOf(process.pid()), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                >> 10;
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
