package ibid.index.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import ibid.IbidException;
import ibid.index.IndexFields;
import ibid.index.cluster.ClusterAddress.Login;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.lucene.search.BooleanQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that fail, as small servers of the JDK. */
class ClusterConnectionTest {

    private static final Duration LONG = Duration.ofSeconds(30); // longer than a busy machine needs
    private static final Duration SHORT = Duration.ofMillis(200); // than which the silence is longer in any case
    private static final String PASSWORD = "changeit";
    private static final BooleanQuery ALL = new BooleanQuery.Builder().build();

    @TempDir
    private Path folder;

    private final NodeServers servers = new NodeServers();

    @AfterEach
    void close() throws Exception {
        servers.close();
    }

    private ClusterConnection connected(Login login, Optional<Path> authority, URI... nodes) {
        return servers.connected(LONG, login, authority, nodes);
    }

    private static String answer(ClusterConnection connection) {
        NodeReply reply = connection.read(NodeRequest.get("/"));
        return reply.body().path("name").asText();
    }

    @Test
    void aNodeThatCannotServeNowIsReplacedByTheNext() throws IOException {
        URI overloaded = servers.node(429, "{\"error\": {\"type\": \"rejected\", \"reason\": \"full\"}}");
        ClusterConnection connection =
                connected(Login.NONE, Optional.empty(), overloaded, servers.node(200, "{\"name\": \"well\"}"));
        assertThat(answer(connection)).isEqualTo("well");
        assertThat(answer(connection)).isEqualTo("well");
    }

    @Test
    void whereNoNodeAnswersTheFailureSaysWhyAndMayBeTriedAgain() throws IOException {
        ClusterConnection connection = servers.connected(SHORT, Login.NONE, Optional.empty(), servers.silentNode());
        assertThatThrownBy(() -> answer(connection))
                .isInstanceOfSatisfying(
                        IbidException.class, busy -> assertThat(busy.code()).isEqualTo(IbidException.Code.BUSY))
                .hasMessageContaining("is silent")
                .hasMessageContaining("./ibid doctor");
    }

    @Test
    void theLoginIsSent() throws IOException {
        URI node = servers.node(200, "{}");
        answer(connected(new Login("ibid", "open-sesame", ""), Optional.empty(), node));
        answer(connected(new Login("", "", "token"), Optional.empty(), node));
        answer(connected(Login.NONE, Optional.empty(), node));
        assertThat(servers.logins().stream().distinct())
                .containsExactly("Basic aWJpZDpvcGVuLXNlc2FtZQ==", "Bearer token", "null");
    }

    @Test
    void aRefusedLoginIsNamed() throws IOException {
        ClusterConnection connection = connected(Login.NONE, Optional.empty(), servers.node(401, "{}"));
        assertThatThrownBy(() -> answer(connection)).hasMessageContaining("it refuses this user");
    }

    private ClusterHits found(String shards, String timedOut) throws IOException {
        URI node = servers.node(200, """
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
        servers.serve(server, 200, "{\"name\": \"secure\"}");
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }
}
