package ibid.index.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import ibid.IbidException;
import ibid.index.IndexFields;
import ibid.index.cluster.ClusterAddress.Login;
import ibid.index.cluster.ClusterConnection.NodeReply;
import ibid.index.cluster.ClusterConnection.NodeTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.lucene.search.BooleanQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that fail, as small servers of the JDK. */
class ClusterConnectionTest {

    private static final Duration LONG = Duration.ofSeconds(30); // longer than a busy machine needs
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofMillis(200); // than which the silence is longer in any case
    private static final String PASSWORD = "changeit";
    private static final BooleanQuery ALL = new BooleanQuery.Builder().build();

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private URI node(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, status, body);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpServer server, int status, String body) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
    }

    /** Takes connections and says nothing, as a process that was stopped. */
    private URI silentNode() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private ClusterConnection connected(Login login, Optional<Path> authority, URI... nodes) {
        return connected(LONG, login, authority, nodes);
    }

    private ClusterConnection connected(Duration time, Login login, Optional<Path> authority, URI... nodes) {
        ClusterConnection connection =
                new ClusterConnection(new ClusterAddress(List.of(nodes), "news", login, authority), time);
        open.add(connection);
        return connection;
    }

    private static String answer(ClusterConnection connection) {
        NodeReply reply = connection.send("GET", "/", "", NodeTime.SEARCH);
        return reply.body().path("name").asText();
    }

    @Test
    void aSilentNodeIsReplacedByTheNextAndPassedOverFromThenOn() throws IOException {
        URI well = node(200, "{\"name\": \"well\"}");
        ClusterConnection connection = connected(SILENCE, Login.NONE, Optional.empty(), silentNode(), well, well);
        for (int i = 0; i < 20; i++) { // at the silent node seven turns would be lost
            assertThat(answer(connection)).isEqualTo("well");
        }
    }

    @Test
    void aNodeThatCannotServeNowIsReplacedByTheNext() throws IOException {
        URI overloaded = node(429, "{\"error\": {\"type\": \"rejected\", \"reason\": \"full\"}}");
        ClusterConnection connection =
                connected(Login.NONE, Optional.empty(), overloaded, node(200, "{\"name\": \"well\"}"));
        assertThat(answer(connection)).isEqualTo("well");
        assertThat(answer(connection)).isEqualTo("well");
    }

    @Test
    void whereNoNodeAnswersTheFailureSaysWhyAndMayBeTriedAgain() throws IOException {
        ClusterConnection connection = connected(SHORT, Login.NONE, Optional.empty(), silentNode());
        assertThatThrownBy(() -> answer(connection))
                .isInstanceOfSatisfying(
                        IbidException.class, busy -> assertThat(busy.code()).isEqualTo(IbidException.Code.BUSY))
                .hasMessageContaining("is silent")
                .hasMessageContaining("./ibid doctor");
    }

    @Test
    void theLoginIsSent() throws IOException {
        URI node = node(200, "{}");
        answer(connected(new Login("ibid", "open-sesame", ""), Optional.empty(), node));
        answer(connected(new Login("", "", "token"), Optional.empty(), node));
        answer(connected(Login.NONE, Optional.empty(), node));
        assertThat(logins.stream().distinct())
                .containsExactly("Basic aWJpZDpvcGVuLXNlc2FtZQ==", "Bearer token", "null");
    }

    @Test
    void aRefusedLoginIsNamed() throws IOException {
        ClusterConnection connection = connected(Login.NONE, Optional.empty(), node(401, "{}"));
        assertThatThrownBy(() -> answer(connection)).hasMessageContaining("it refuses this user");
    }

    /** As a node that is well, but waits for the shards of one that is not, unless it is told which to take. */
    private URI waitingNode(String id, List<String> searches) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        CountDownLatch closed = new CountDownLatch(1);
        server.createContext("/_msearch", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            searches.add(body);
            if (body.isEmpty()) {
                awaitClosing(closed);
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        open.add(closed::countDown);
        serve(server, 200, "{\"nodes\": {\"" + id + "\": {}}}");
        open.add(threads::shutdownNow);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void awaitClosing(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A node that is asked takes each shard from any node that has it, so a frozen one would hold up all searches. */
    @Test
    void whileANodeIsSilentTheShardsOfTheOthersAreSearched() throws IOException {
        List<String> searches = new CopyOnWriteArrayList<>();
        ClusterConnection connection = connected(
                SILENCE,
                Login.NONE,
                Optional.empty(),
                waitingNode("one", searches),
                silentNode(),
                waitingNode("two", searches));
        for (int i = 0; i < 4; i++) {
            answer(connection); // so that it knows their ids
        }
        for (int i = 0; i < 4; i++) {
            connection.search("/_msearch", preference -> preference.orElse(""));
        }
        assertThat(searches).endsWith("_prefer_nodes:one,two", "_prefer_nodes:one,two");
    }

    private ClusterHits found(String shards, String timedOut) throws IOException {
        URI node = node(200, """
                {"responses": [{"timed_out": %s, "_shards": {"total": 3, "failed": %s}, "hits": {"hits": [
                  {"_id": "a#0@x", "_score": 0.75, "_source": {"token_vectors": "AAA="}}]}, "status": 200}]}
                """.formatted(timedOut, shards));
        ClusterAddress address = new ClusterAddress(List.of(node), "news", Login.NONE, Optional.empty());
        try (PassageCluster cluster = IndexFields.cluster(address, "model", 2, LONG)) {
            return cluster.find(new ClusterGeneration("news-1", "id"), Optional.empty(), ALL, new float[] {1, 0}, 5);
        }
    }

    @Test
    void whatShardsDidNotAnswerIsSaid() throws IOException {
        assertThat(found("0", "false").isPartial()).isFalse();
        assertThat(found("1", "false").isPartial()).isTrue();
        assertThat(found("0", "true").isPartial()).isTrue();
        assertThat(found("1", "false").meaning())
                .singleElement()
                .satisfies(hit -> assertThat(hit.score()).isEqualTo(0.5f)); // the cosine
    }

    @Test
    void onlyTheAuthorityThatIsNamedIsTrusted() throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=node", "-ext", "SAN=IP:127.0.0.1", keys);
        Path authority = folder.resolve("authority.pem");
        keytool("-exportcert", "-rfc", "-file", authority.toString(), keys);
        URI node = secureNode(keys);
        assertThat(answer(connected(Login.NONE, Optional.of(authority), node))).isEqualTo("secure");
        ClusterConnection untrusting = connected(Login.NONE, Optional.empty(), node);
        assertThatThrownBy(() -> answer(untrusting)).hasMessageContaining("is not trusted");
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate");
        assertThatThrownBy(() -> connected(Login.NONE, Optional.of(wrong), node))
                .hasMessageContaining("search_ca must name a PEM file");
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object argument : arguments) {
            command.addAll(
                    argument instanceof Path keys ? List.of("-keystore", keys.toString()) : List.of((String) argument));
        }
        command.addAll(List.of("-storepass", PASSWORD, "-alias", "node"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private URI secureNode(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        serve(server, 200, "{\"name\": \"secure\"}");
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }
}
