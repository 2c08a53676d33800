package ibid.index.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.index.update.Indexer;
import ibid.index.update.LimitedRight;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing to a real OpenSearch of one node. */
class ClusterIndexTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private Path folder;

    private final String name = "written" + NUMBER.incrementAndGet();
    private TestCluster cluster;
    private Collection collection;

    @BeforeEach
    void open() {
        cluster = TestCluster.shared();
        collection = opened("one");
    }

    private Collection opened(String place) {
        return Collection.inCluster(folder.resolve(place), cluster.address(name))
                .with("ferry", "Desk", "2024-11-04", "The ferry Aurelia was sold to Bergen.")
                .with("bridge", "Desk", "2024-11-05", "The bridge carries trams.");
    }

    @AfterEach
    void close() {
        if (collection != null) {
            collection.close();
        }
    }

    private List<String> found(String query) {
        return found(collection, query);
    }

    private static List<String> found(Collection in, String query) {
        return new HybridRetriever(in.index(), in.embedder())
                .retrieve(new Query(query), 5).hits().stream()
                        .map(hit -> hit.article().id().value())
                        .toList();
    }

    private String ask(String method, String path) throws IOException, InterruptedException {
        return cluster.send(0, method, path, "");
    }

    /** The numbers of the generations, and of the one that the alias names. */
    private List<String> generations() throws IOException, InterruptedException {
        return numbers("/_cat/indices/" + name + "-*?h=index&s=index");
    }

    private List<String> current() throws IOException, InterruptedException {
        return numbers("/_cat/aliases/" + name + "-*?h=index");
    }

    private List<String> numbers(String path) throws IOException, InterruptedException {
        return Arrays.stream(ask("GET", path).strip().split("\\s+"))
                .map(index -> index.substring(index.lastIndexOf('-') + 1))
                .toList();
    }

    private int passagesWith(String query) throws IOException, InterruptedException {
        String count = ask("GET", "/" + name + "-*/_count?q=" + query);
        return Integer.parseInt(count.replaceFirst(".*\"count\":(\\d+).*", "$1"));
    }

    @Test
    void aRebuildIsANewGenerationAndTheOneBeforeIsKept() throws IOException, InterruptedException {
        collection.update();
        assertThat(current()).containsExactly("1");
        collection.rebuild();
        collection.rebuild();
        assertThat(generations()).containsExactly("2", "3");
        assertThat(current()).containsExactly("3");
        assertThat(found("ferry Aurelia")).first().isEqualTo("ferry");
    }

    @Test
    void anAnswerUnderWaySearchesTheGenerationThatItBeganWith() {
        collection.update();
        try (IndexSnapshot before = collection.index().snapshot()) {
            collection.rebuild();
            try (IndexSnapshot after = collection.index().snapshot()) {
                assertThat(before.inCluster()).isNotEqualTo(after.inCluster());
            }
            PassageCluster passages = collection.index().cluster().orElseThrow();
            ClusterHits hits = passages.find(
                    before.inCluster().orElseThrow(),
                    java.util.Optional.empty(),
                    new org.apache.lucene.search.BooleanQuery.Builder().build(),
                    collection.embedder().embed("ferry"),
                    5);
            assertThat(hits.meaning())
                    .allMatch(hit -> before.documentOf(hit.key()).isPresent());
        }
    }

    @Test
    void whoMayNotWriteTakesInWhatTheWriterHasSentAndSendsNothing() throws IOException, InterruptedException {
        collection.update();
        try (Collection following = opened("two")) {
            Indexer follower = following.indexUpdate().sharing(new LimitedRight(0));
            follower.run(false, (done, total, what) -> {});
            assertThat(found(following, "ferry Aurelia")).first().isEqualTo("ferry");

            following.with("zeppelin", "Desk", "2024-11-06", "The zeppelin landed.");
            follower.run(false, (done, total, what) -> {});
            assertThat(found(following, "zeppelin")).doesNotContain("zeppelin");
            assertThat(passagesWith("article_id:zeppelin")).isZero();

            collection
                    .with("zeppelin", "Desk", "2024-11-06", "The zeppelin landed.")
                    .update();
            follower.run(false, (done, total, what) -> {});
            assertThat(found(following, "zeppelin")).first().isEqualTo("zeppelin");

            following.without("bridge.md");
            follower.run(false, (done, total, what) -> {});
            assertThat(found(following, "bridge trams")).doesNotContain("bridge");
            assertThat(found("bridge trams")).first().isEqualTo("bridge");
        }
    }

    @Test
    void whatIsRemovedIsInNoGeneration() throws IOException, InterruptedException {
        collection.update();
        collection.rebuild();
        assertThat(passagesWith("article:ferry")).isEqualTo(2); // one in each generation
        collection.without("ferry.md").update();
        assertThat(passagesWith("article:ferry")).isZero();
        assertThat(passagesWith("article:bridge")).isEqualTo(2);
        assertThat(found("ferry Aurelia")).containsExactly("bridge");
    }

    @Test
    void ofAChangedArticleOnlyTheNewWordsAreThere() throws IOException, InterruptedException {
        collection.update();
        collection
                .with("ferry", "Desk", "2024-11-04", "The zeppelin flies again.")
                .update();
        assertThat(passagesWith("body:zeppelin")).isEqualTo(1);
        assertThat(passagesWith("body:aurelia")).isZero();
        assertThat(found("zeppelin")).first().isEqualTo("ferry");
    }

    @Test
    void aLostIndexIsMadeAnewFromTheArticles() throws IOException, InterruptedException {
        collection.update();
        ask("DELETE", "/" + name + "-*");
        assertThatThrownBy(() -> found("ferry"))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("index_not_found");
        collection.update();
        assertThat(found("ferry Aurelia")).first().isEqualTo("ferry");
    }

    @Test
    void anUpdateThatTheClusterRefusesLeavesEverythingAsItWas() throws IOException, InterruptedException {
        collection.update();
        String block = "{\"index.blocks.read_only\": %s}";
        String settings = "/" + name + "-*/_settings";
        cluster.send(0, "PUT", settings, block.formatted(true));
        collection.with("mayor", "Desk", "2024-11-06", "The mayor resigned.");
        assertThatThrownBy(collection::update)
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("did not take passages: cluster_block_exception");
        assertThat(found("mayor resigned")).doesNotContain("mayor");
        cluster.send(0, "PUT", settings, block.formatted(false));
        collection.update();
        assertThat(found("mayor resigned")).first().isEqualTo("mayor");
    }

    @Test
    void severalIbidsShareAGenerationAndFollowTheNext() throws IOException, InterruptedException {
        collection.update();
        try (Collection other = opened("other")) {
            other.update();
            assertThat(passagesWith("kind:passage")).isEqualTo(2);
            assertThat(other.embedder().calls()).isZero(); // for the same passages are there
            other.without("bridge.md").update();
            assertThat(found("bridge trams")).doesNotContain("bridge");
            collection.without("bridge.md").update();
            other.rebuild();
            assertThat(found("ferry Aurelia")).containsExactly("ferry"); // in the generation before
            collection.update();
            try (IndexSnapshot here = collection.index().snapshot();
                    IndexSnapshot there = other.index().snapshot()) {
                assertThat(here.inCluster()).isEqualTo(there.inCluster());
            }
            assertThat(found("ferry Aurelia")).containsExactly("ferry");
            assertThat(current()).containsExactly("2");
        }
    }

    @Test
    void whatAnUpdateThatWasCutOffLeftIsSwept() throws IOException, InterruptedException {
        collection.update();
        cluster.send(
                0,
                "PUT",
                "/" + name + "-" + suffix() + "/_doc/left%230@x?refresh=true",
                "{\"article\": \"left\", \"body\": \"aurelia\", \"written\": 1}");
        assertThat(found("ferry Aurelia")).doesNotContain("left");
        PassageCluster passages = collection.index().cluster().orElseThrow();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            passages.sweep(key -> OptionalInt.empty(), snapshot.passageCount(), 1);
            assertThat(passagesWith("article:left")).isEqualTo(1); // too young
            passages.sweep(snapshot::documentOf, snapshot.passageCount(), 2);
        }
        assertThat(passagesWith("article:left")).isZero();
        assertThat(passagesWith("kind:passage")).isEqualTo(2);
    }

    private String suffix() throws IOException, InterruptedException {
        String index = ask("GET", "/_cat/aliases/" + name + "-*?h=index").strip();
        return index.substring(name.length() + 1);
    }
}
