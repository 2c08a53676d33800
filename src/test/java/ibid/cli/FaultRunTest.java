package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.eval.client.ApiClient;
import ibid.index.cluster.TestCluster;
import ibid.storage.PostgresPair;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three search nodes, a database with a standby, a writer and two readers without the folder, while clients ask:
 * something is killed or frozen every half minute. Run with {@code -DargLine=-Dminutes=10}; it prints what it found.
 */
class FaultRunTest {

    private static final int CLIENTS = 20;
    private static final int BOATS = 60;
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(30);
    private static final String WATCHING = "Watching the articles  (Ctrl+C stops it)";

    @TempDir
    private Path folder;

    private final List<Child> readers = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private TestCluster cluster;
    private PostgresPair database;
    private Child writer;
    private boolean isPromoted;

    private interface Fault {

        void strike() throws Exception;
    }

    @Test
    void nothingAcknowledgedIsLostAndNoFootnoteIsWrong() throws Exception {
        int minutes = Integer.getInteger("minutes", 0);
        assumeTrue(minutes > 0, "run with -DargLine=-Dminutes=10");
        FaultClients.write(folder.resolve("articles"), BOATS);
        try (TestCluster nodes = TestCluster.start(3);
                PostgresPair servers = PostgresPair.start(Files.createDirectories(folder.resolve("postgres")))) {
            cluster = nodes;
            database = servers;
            startAll();
            FaultClients clients = new FaultClients(
                    ports.stream().map(port -> "http://127.0.0.1:" + port).toList());
            List<String> faults = run(clients, Duration.ofMinutes(minutes));
            clients.requireStored();
            System.out.println(faults.size() + " faults: " + faults);
            System.out.println(clients.report());
            System.out.println(
                    "load " + Files.readString(Path.of("/proc/loadavg")).strip());
            assertThat(clients.lost()).isEmpty();
            assertThat(clients.wrong()).isEmpty();
        } finally {
            readers.forEach(Child::kill);
            if (writer != null) {
                writer.kill();
            }
        }
    }

    private void startAll() throws Exception {
        cluster.get(0, "/_cluster/health?wait_for_nodes=3&timeout=60s");
        startWriter();
        for (int i = 0; i < 2; i++) {
            ports.add(freePort());
            readers.add(serve(i));
            try (ApiClient client = new ApiClient("http://127.0.0.1:" + ports.get(i))) {
                while (client.articles().size() < BOATS) {
                    Thread.sleep(500);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void startWriter() {
        writer = start("writer", "articles", "index", "--watch");
        writer.line(WATCHING);
        writer.drain();
    }

    private Child serve(int reader) {
        Child child = start("reader" + reader, "nowhere", "serve", "--port", String.valueOf(ports.get(reader)));
        child.url();
        child.drain();
        return child;
    }

    private Child start(String data, String corpus, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--corpus", folder + "/" + corpus, "--data", folder + "/" + data));
        arguments.addAll(List.of("--search", cluster.setting("faults")));
        arguments.addAll(List.of("--database", database.address().url()));
        arguments.addAll(List.of("--database-user", database.address().user()));
        return Child.start(List.of("-Xmx700m"), "ibid.cli.Main", arguments.toArray(String[]::new));
    }

    private List<String> run(FaultClients clients, Duration time) throws Exception {
        List<String> struck = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> asking = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                asking.add(threads.submit(() -> clients.ask(number)));
            }
            while (System.nanoTime() < end - BETWEEN_FAULTS.toNanos()) {
                long next = System.nanoTime() + BETWEEN_FAULTS.toNanos();
                struck.add(strike(clients, struck.size()));
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
            clients.end();
            for (Future<Void> one : asking) {
                one.get();
            }
        }
        return struck;
    }

    private String strike(FaultClients clients, int number) throws Exception {
        int node = number % 3;
        int reader = number % 2;
        return switch (number % 6) {
            case 0 -> struck(clients, "node " + node + " frozen", () -> freezeNode(node));
            case 1 -> struck(clients, "reader " + reader + " killed", () -> restartReader(reader));
            case 2 ->
                isPromoted
                        ? struck(clients, "writer killed", this::restartWriter)
                        : struck(clients, "database frozen", this::freezeDatabase);
            case 3 -> struck(clients, "node " + (number / 3) % 3 + " killed", () -> restartNode((number / 3) % 3));
            case 4 -> struck(clients, "reader " + (number / 4) % 2 + " killed", () -> restartReader((number / 4) % 2));
            default ->
                isPromoted
                        ? struck(clients, "writer killed", this::restartWriter)
                        : struck(clients, "primary killed, standby promoted", this::promote);
        };
    }

    private static String struck(FaultClients clients, String name, Fault fault) throws Exception {
        clients.during(name.replaceAll(" \\d", ""));
        fault.strike();
        clients.during(FaultClients.NO_FAULT);
        return name;
    }

    private void restartWriter() {
        writer.kill();
        startWriter();
    }

    private void freezeNode(int node) throws Exception {
        cluster.freeze(node);
        Thread.sleep(Duration.ofSeconds(10));
        cluster.thaw(node);
    }

    private void restartNode(int node) throws Exception {
        cluster.kill(node);
        Thread.sleep(Duration.ofSeconds(3));
        cluster.restart(node);
        cluster.await(3);
    }

    private void restartReader(int reader) {
        readers.get(reader).kill();
        readers.set(reader, serve(reader));
    }

    private void freezeDatabase() throws Exception {
        database.freezePrimary();
        Thread.sleep(Duration.ofSeconds(5));
        database.thawPrimary();
    }

    private void promote() throws Exception {
        database.killPrimary();
        Thread.sleep(Duration.ofSeconds(1)); // an operator's tool notices it
        database.promoteStandby();
        isPromoted = true;
    }
}
