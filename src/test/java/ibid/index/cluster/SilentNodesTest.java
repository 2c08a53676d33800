package ibid.index.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.cluster.ClusterAddress.Login;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that fall silent, before they are asked and while they are. */
class SilentNodesTest {

    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(30); // until the ids of the nodes are known in any case
    private static final Duration SHORT = Duration.ofMillis(200); // than which the silence is longer in any case

    private final NodeServers servers = new NodeServers();

    @AfterEach
    void close() throws Exception {
        servers.close();
    }

    private static String answer(ClusterConnection connection) {
        return connection.read(NodeRequest.get("/")).body().path("name").asText();
    }

    /** @param searches takes the preference of each search at the other two */
    private ClusterConnection silentBetweenTwo(Duration readTime, List<String> searches) throws IOException {
        return servers.connected(
                readTime,
                Login.NONE,
                Optional.empty(),
                servers.waitingNode("one", searches),
                servers.silentNode(),
                servers.waitingNode("two", searches));
    }

    @Test
    void aSilentNodeIsReplacedByTheNextAndPassedOverFromThenOn() throws IOException {
        URI well = servers.node(200, "{\"name\": \"well\"}");
        ClusterConnection connection =
                servers.connected(SILENCE, Login.NONE, Optional.empty(), servers.silentNode(), well, well);
        for (int i = 0; i < 20; i++) { // at the silent node seven turns would be lost
            assertThat(answer(connection)).isEqualTo("well");
        }
    }

    /** A node that is asked takes each shard from any node that has it, so a frozen one would hold up all searches. */
    @Test
    void whileANodeIsSilentTheShardsOfTheOthersAreSearched() throws IOException {
        List<String> searches = new CopyOnWriteArrayList<>();
        ClusterConnection connection = silentBetweenTwo(SILENCE, searches);
        for (int i = 0; i < 4; i++) {
            answer(connection); // so that it knows their ids
        }
        for (int i = 0; i < 4; i++) {
            connection.read(preference -> NodeRequest.post("/_msearch", preference.orElse("")));
        }
        assertThat(searches).endsWith("_prefer_nodes:one,two", "_prefer_nodes:one,two");
    }

    @Test
    void aNodeThatFallsSilentWithinItsReplyIsReplacedByTheNext() throws IOException {
        URI well = servers.node(200, "{\"name\": \"well\"}");
        ClusterConnection connection =
                servers.connected(SHORT, Login.NONE, Optional.empty(), servers.stoppingNode(), well);
        assertThat(answer(connection)).isEqualTo("well");
        assertThat(answer(connection)).isEqualTo("well");
    }

    /** Once it knows the ids of the others, which it asks for beside the first request. */
    @Test
    void aRequestUnderWayIsSentAgainWhenANodeIsFoundSilent() throws IOException {
        List<String> searches = new CopyOnWriteArrayList<>();
        ClusterConnection connection = silentBetweenTwo(LONG, searches);
        for (int i = 0; i < 4; i++) {
            connection.read(preference -> NodeRequest.post("/_msearch", preference.orElse("")));
        }
        assertThat(searches).endsWith("_prefer_nodes:one,two");
    }

    @Test
    void aPassedOverNodeThatGivesASignOfLifeIsAskedAgain() throws IOException {
        URI node = URI.create("http://node");
        ClusterNodes nodes = new ClusterNodes(List.of(node, URI.create("http://other")));
        nodes.failed(node);
        assertThat(nodes.well()).doesNotContain(node);
        nodes.answered(node);
        assertThat(nodes.areAllWell()).isTrue();
    }

    @Test
    void shardsAreReadAtThePreferredNodes() {
        Optional<String> preference = Optional.of("_prefer_nodes:one,two");
        assertThat(NodeRequest.get("/news/_count").preferring(preference).path())
                .isEqualTo("/news/_count?preference=_prefer_nodes:one,two");
        assertThat(NodeRequest.post("/news/_mget?_source=false", "{}")
                        .preferring(preference)
                        .path())
                .isEqualTo("/news/_mget?_source=false&preference=_prefer_nodes:one,two");
        assertThat(NodeRequest.get("/news/_count").preferring(Optional.empty()).path())
                .isEqualTo("/news/_count");
    }

    @Test
    void whatTakesMuchLongerThanUsualIsSlow() {
        ResponseTime time = new ResponseTime(Duration.ofMillis(100));
        for (int i = 0; i < 50; i++) {
            time.took(Duration.ofMillis(10));
        }
        assertThat(time.atMost()).isEqualTo(Duration.ofMillis(100));
        for (int i = 0; i < 50; i++) {
            time.took(Duration.ofMillis(400 + 200 * (i % 2)));
        }
        assertThat(time.atMost()).isBetween(Duration.ofMillis(700), Duration.ofMillis(1200));
    }
}
