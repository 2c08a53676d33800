package ibid.index.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.index.cluster.ClusterAddress.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real OpenSearch of one or more nodes, each a process of its own on this machine, from what
 * {@code mvn dependency:unpack@opensearch} unpacked.
 */
public final class TestCluster implements AutoCloseable {

    private static final Duration MAX_START = Duration.ofMinutes(5); // six seconds a node where nothing else runs
    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");
    private static final Path MEMORY = Path.of("/dev/shm"); // each change of a cluster waits for the disk several times
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Optional<TestCluster> shared = Optional.empty();

    private final List<Node> nodes = new ArrayList<>();
    private Optional<Path> folder = Optional.empty();

    private record Node(Path folder, int http, int transport, Process process) {}

    private TestCluster() {}

    /** One node for all tests of this JVM; skips the test if there can be none. */
    public static synchronized TestCluster shared() {
        if (shared.isEmpty()) {
            TestCluster made = start(1);
            Runtime.getRuntime().addShutdownHook(new Thread(made::close));
            shared = Optional.of(made);
        }
        return shared.get();
    }

    /** Skips the test if OpenSearch was not unpacked, or if root may not run it. */
    public static TestCluster start(int count) {
        Optional<Path> home = home();
        assumeTrue(home.isPresent(), "no OpenSearch in target: run mvn dependency:unpack@opensearch");
        assumeTrue(mayRun(), "root may make no user namespace here, so OpenSearch cannot be started");
        TestCluster cluster = new TestCluster();
        try {
            cluster.startNodes(home.get(), count);
            cluster.await(count);
            return cluster;
        } catch (IOException failed) {
            cluster.close();
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            cluster.close();
            throw new AssertionError(stopped);
        }
    }

    private static Optional<Path> home() {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:opensearch-*");
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .filter(file -> Files.isDirectory(file.resolve("plugins/opensearch-knn")))
                    .map(Path::toAbsolutePath)
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** OpenSearch refuses to run as root. In a user namespace root is nobody in particular, and owns the same files. */
    private static boolean mayRun() {
        try {
            return !IS_ROOT
                    || new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }

    private void startNodes(Path home, int count) throws IOException {
        Path all = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "opensearch")
                : Files.createTempDirectory("opensearch");
        folder = Optional.of(all);
        List<Integer> ports = freePorts(2 * count);
        String names = list(count, i -> "n" + i);
        String seeds = list(count, i -> "127.0.0.1:" + ports.get(count + i));
        for (int i = 0; i < count; i++) {
            Path folder = all.resolve("n" + i);
            copy(home.resolve("config"), folder.resolve("config"));
            Files.createDirectories(folder.resolve("tmp"));
            Files.writeString(folder.resolve("config/opensearch.yml"), """
                    cluster.name: ibid-test
                    node.name: n%d
                    path.data: %s/data
                    path.logs: %s/logs
                    network.host: 127.0.0.1
                    http.port: %d
                    transport.port: %d
                    discovery.seed_hosts: [%s]
                    cluster.initial_cluster_manager_nodes: [%s]
                    cluster.routing.allocation.disk.threshold_enabled: false
                    """.formatted(
                            i, folder, folder, ports.get(i), ports.get(count + i), seeds, names));
            nodes.add(new Node(folder, ports.get(i), ports.get(count + i), start(home, folder)));
        }
    }

    private static String list(int count, java.util.function.IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ServerSocket socket = new ServerSocket(0);
            taken.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (ServerSocket socket : taken) {
            socket.close();
        }
        return ports;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Process start(Path home, Path folder) throws IOException {
        List<String> command = new ArrayList<>(IS_ROOT ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "-javaagent:" + home.resolve("agent/opensearch-agent.jar"),
                "-Dopensearch.path.home=" + home,
                "-Dopensearch.path.conf=" + folder.resolve("config"),
                "-Dopensearch.distribution.type=zip",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Djna.nosys=true",
                "-Dlog4j2.disable.jmx=true",
                "-cp",
                home.resolve("lib") + "/*",
                "org.opensearch.bootstrap.OpenSearch"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    /** Waits until so many nodes have found each other. */
    public void await(int count) throws InterruptedException {
        long end = System.nanoTime() + MAX_START.toNanos();
        while (System.nanoTime() < end) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i).process().isAlive() && health(i).contains("\"number_of_nodes\":" + count + ",")) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError(
                "OpenSearch did not start; see " + nodes.getFirst().folder().resolve("out"));
    }

    private String health(int node) throws InterruptedException {
        try {
            return get(node, "/_cluster/health?timeout=1s");
        } catch (IOException notYet) {
            return "";
        }
    }

    /** What a node answers. */
    public String get(int node, String path) throws IOException, InterruptedException {
        return send(node, "GET", path, "");
    }

    public String send(int node, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + nodes.get(node).http() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Of all nodes, with indexes whose names begin so. */
    public ClusterAddress address(String name) {
        return ClusterAddress.of(setting(name), Login.NONE, Optional.empty());
    }

    /** The same as a setting. */
    public String setting(String name) {
        String hosts = nodes.stream().map(node -> "127.0.0.1:" + node.http()).collect(Collectors.joining(","));
        return "opensearch:http://" + hosts + "/" + name;
    }

    public void kill(int node) throws InterruptedException {
        nodes.get(node).process().destroyForcibly().waitFor();
    }

    /** Starts a killed node again, with what it had on disk. */
    public void restart(int node) throws IOException {
        Node dead = nodes.get(node);
        Process process = start(home().orElseThrow(), dead.folder());
        nodes.set(node, new Node(dead.folder(), dead.http(), dead.transport(), process));
    }

    public void freeze(int node) throws IOException, InterruptedException {
        signal(node, "STOP");
    }

    public void thaw(int node) throws IOException, InterruptedException {
        signal(node, "CONT");
    }

    private void signal(int node, String name) throws IOException, InterruptedException {
        String pid = String.valueOf(nodes.get(node).process().pid());
        new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process().destroyForcibly().onExit().join());
        folder.ifPresent(TestCluster::delete);
    }
}
