package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.cluster.ClusterAddress;
import ibid.index.cluster.PassageCluster;
import ibid.index.cluster.TestCluster;
import ibid.library.Catalogue;
import ibid.library.CorpusFile;
import ibid.library.FileState;
import ibid.library.shared.SharedCollection;
import ibid.library.shared.SharedOriginals;
import ibid.model.HashedEmbedder;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.storage.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection with a folder, and one without that takes what it publishes; PostgreSQL and OpenSearch are real. */
class PublishedCollectionTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private Path folder;

    private ClusterAddress passages;
    private SharedCollection shared;
    private Collection writer;
    private Follower reader;

    /** An Ibid without a folder of articles. */
    private final class Follower implements AutoCloseable {

        private final PassageCluster cluster =
                IndexFields.cluster(passages, "hashed", HashedEmbedder.DIMENSION, Duration.ofSeconds(30));
        private final Catalogue catalogue;
        private final PassageIndex index;
        private final CollectionFollower update;

        Follower(String place) {
            catalogue = new Catalogue(folder.resolve(place).resolve("catalogue.sqlite"));
            index = new PassageIndex(folder.resolve(place).resolve("index"), catalogue, java.util.Optional.of(cluster));
            update = new CollectionFollower(shared, index);
        }

        UpdateSummary update() {
            return update.run(false, (done, total, what) -> {});
        }

        List<String> found(String query) {
            return new HybridRetriever(index, new HashedEmbedder())
                    .retrieve(new Query(query), 5).hits().stream()
                            .map(hit -> hit.article().id().value())
                            .toList();
        }

        @Override
        public void close() {
            index.close();
            catalogue.close();
            cluster.close();
        }
    }

    @BeforeEach
    void open() {
        passages = TestCluster.shared().address("published" + NUMBER.incrementAndGet());
        writer = Collection.inCluster(folder.resolve("writer"), passages)
                .with("ferry", "Desk", "2024-11-04", "The ferry Aurelia was sold to Bergen.")
                .with("bridge", "Desk", "2024-11-05", "The bridge carries trams.");
        shared = new SharedCollection(
                TestDatabase.postgres(folder),
                writer.index().cluster().orElseThrow().collection());
        writer.indexUpdate().publishing(shared);
        reader = new Follower("reader");
    }

    @AfterEach
    void close() {
        reader.close();
        writer.close();
        shared.close();
    }

    private static Article article(PassageIndex index, String id) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.article(new ArticleId(id)).orElseThrow();
        }
    }

    private static String generation(PassageIndex index) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.generation();
        }
    }

    private static List<String> articles(PassageIndex index) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.articleIds();
        }
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection = TestDatabase.POSTGRESQL.connect(folder, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As a writer that is killed after it stored what the next generation needs. */
    private void whilePublishingFails(Runnable work) throws SQLException {
        inDatabase("ALTER TABLE shared_collection ADD CONSTRAINT killed CHECK (generation = '') NOT VALID");
        assertThatThrownBy(work::run).hasMessageContaining("killed");
        inDatabase("ALTER TABLE shared_collection DROP CONSTRAINT killed");
    }

    @Test
    void beforeTheFirstGenerationTheReaderSaysWhatItWaitsFor() {
        reader.update();
        assertThat(reader.update.awaited().orElseThrow()).contains("./ibid index --watch");
        assertThat(reader.update.isSettled()).isFalse();
        writer.update();
        assertThat(reader.update().added()).isEqualTo(2);
        assertThat(reader.update.awaited()).isEmpty();
        assertThat(reader.update.isSettled()).isTrue();
    }

    @Test
    void theReaderHasTheSameArticlesFilesAndGeneration() {
        writer.with("empty.md", "").update();
        reader.update();
        assertThat(article(reader.index, "ferry")).isEqualTo(article(writer.index(), "ferry"));
        assertThat(generation(reader.index)).isEqualTo(generation(writer.index()));
        assertThat(reader.found("ferry Aurelia")).first().isEqualTo("ferry");
        try (IndexSnapshot here = reader.index.snapshot();
                IndexSnapshot there = writer.index().snapshot()) {
            assertThat(here.updated()).isEqualTo(there.updated());
            assertThat(here.passageCount()).isEqualTo(there.passageCount());
            assertThat(here.files().keySet()).isEqualTo(there.files().keySet());
            FileState empty = here.files().get("empty.md");
            assertThat(empty.skipped()).isEqualTo(there.files().get("empty.md").skipped());
        }
    }

    @Test
    void changesAndRemovalsArrive() {
        writer.update();
        reader.update();
        writer.with("ferry", "Desk", "2024-11-04", "The ferry Aurelia was scrapped in Bergen.")
                .with("tunnel", "Desk", "2024-11-06", "A tunnel is dug.")
                .without("bridge.md")
                .update();
        UpdateSummary update = reader.update();
        assertThat(List.of(update.added(), update.changed(), update.removed())).containsExactly(1, 1, 1);
        assertThat(articles(reader.index)).containsExactly("ferry", "tunnel");
        assertThat(article(reader.index, "ferry").text().value()).contains("scrapped");
        assertThat(reader.found("bridge trams")).doesNotContain("bridge");
        assertThat(TestDatabase.POSTGRESQL.content(folder, "")).doesNotContain("The bridge carries trams");
    }

    @Test
    void nearDuplicatesAreKnown() {
        String story = "The ferry Aurelia, built in 1974 in Rostock for the line to Gedser, was sold on Monday to a"
                + " company in Bergen that wants to use it as a hotel for workers who build the new harbour there.";
        writer.with("one", "Desk", "2024-11-04", story)
                .with("two", "Wire", "2024-11-05", story)
                .update();
        reader.update();
        try (IndexSnapshot here = reader.index.snapshot();
                IndexSnapshot there = writer.index().snapshot()) {
            assertThat(here.nearDuplicates()).isEqualTo(there.nearDuplicates());
            assertThat(here.nearDuplicates().of(new ArticleId("two"))).containsExactly(new ArticleId("one"));
        }
    }

    @Test
    void aGenerationWhoseWriterWasKilledBeforeItWasPublishedIsNotSeen() throws SQLException {
        writer.update();
        reader.update();
        String before = generation(reader.index);
        whilePublishingFails(() -> writer.with("ferry", "Desk", "2024-11-04", "The ferry Aurelia was scrapped.")
                .update());
        reader.update();
        assertThat(generation(reader.index)).isEqualTo(before);
        assertThat(article(reader.index, "ferry").text().value()).contains("sold to Bergen");
        assertThat(reader.found("ferry sold Bergen")).first().isEqualTo("ferry");
        try (Follower fresh = new Follower("fresh")) {
            fresh.update();
            assertThat(article(fresh.index, "ferry").text().value()).contains("sold to Bergen");
            assertThat(fresh.found("ferry sold Bergen")).first().isEqualTo("ferry");
        }
        writer.update(); // the next writer finishes it
        reader.update();
        assertThat(article(reader.index, "ferry").text().value()).contains("scrapped");
        assertThat(generation(reader.index)).isEqualTo(generation(writer.index()));
    }

    @Test
    void aRebuildWhoseWriterWasKilledAfterTheAliasLeavesTheGenerationBeforeWhole() throws SQLException {
        writer.update();
        reader.update();
        whilePublishingFails(() -> writer.rebuild());
        reader.update();
        assertThat(reader.found("ferry Aurelia")).first().isEqualTo("ferry");
        try (IndexSnapshot here = reader.index.snapshot();
                IndexSnapshot there = writer.index().snapshot()) {
            assertThat(here.inCluster()).isNotEqualTo(there.inCluster());
        }
        writer.update();
        assertThat(reader.update().read()).isZero();
        try (IndexSnapshot here = reader.index.snapshot();
                IndexSnapshot there = writer.index().snapshot()) {
            assertThat(here.inCluster()).isEqualTo(there.inCluster());
        }
        assertThat(reader.found("ferry Aurelia")).first().isEqualTo("ferry");
    }

    @Test
    void originalsAreCopiedFromTheDatabase() throws IOException {
        writer.with("feed.jsonl", "{\"title\": \"A\", \"text\": \"The boat A sank.\"}\n")
                .update();
        reader.update();
        SharedOriginals originals = new SharedOriginals(shared, folder.resolve("copies"));
        assertThat(bytes(originals.file("ferry.md").orElseThrow())).contains("Aurelia");
        String entry = articles(reader.index).stream()
                .filter(id -> id.startsWith("feed"))
                .findFirst()
                .orElseThrow();
        CorpusFile feed = originals.file(article(reader.index, entry).file()).orElseThrow();
        assertThat(feed.name()).isEqualTo("feed.jsonl");
        assertThat(bytes(feed)).contains("The boat A sank");
        writer.without("ferry.md").update();
        assertThat(originals.file("ferry.md")).isEmpty();
        try (IndexSnapshot snapshot = writer.index().snapshot()) {
            assertThat(originals.listed(snapshot.files()))
                    .extracting(CorpusFile::name)
                    .containsExactly("bridge.md", "feed.jsonl");
        }
    }

    private static String bytes(CorpusFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anUpdateThatFindsNothingNewPublishesNothing() throws SQLException {
        writer.update();
        inDatabase("ALTER TABLE shared_collection ADD CONSTRAINT never CHECK (generation = '') NOT VALID");
        writer.update();
        try (Collection second = Collection.inCluster(folder.resolve("second"), passages)) {
            second.with("ferry", "Desk", "2024-11-04", "The ferry Aurelia was sold to Bergen.")
                    .with("bridge", "Desk", "2024-11-05", "The bridge carries trams.")
                    .indexUpdate()
                    .publishing(shared);
            second.update();
        }
    }

    @Test
    void whoHasNoFolderNeitherRebuildsNorBecomesTheWriter() {
        assertThatThrownBy(() -> reader.update.run(true, (done, total, what) -> {}))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("--corpus DIR");
        try (IndexWatcher watcher = new IndexWatcher(reader.update, Duration.ofDays(1))) {
            assertThatThrownBy(watcher::keepWriting).hasMessageContaining("--corpus DIR");
        }
    }
}
