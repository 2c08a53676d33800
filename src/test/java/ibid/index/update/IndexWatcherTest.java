package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.library.Catalogue;
import ibid.library.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWatcherTest {

    @TempDir
    private Path folder;

    @Test
    void noticesAFileThatCameAndOneThatWent() throws InterruptedException {
        try (Collection collection = new Collection(folder);
                IndexWatcher watch = new IndexWatcher(collection.indexUpdate(), Duration.ofMillis(20))) {
            watch.run(false, (done, total, what) -> {});
            watch.start();
            collection.with("late", "Desk", "2025-01-01", "A late article arrived.");
            waitUntil(() -> has(collection, "late"));
            collection.without("late.md");
            waitUntil(() -> !has(collection, "late"));
            assertThat(watch.status().problem()).isEmpty();
        }
    }

    @Test
    void noticesAFileThatChanged() throws InterruptedException {
        try (Collection collection = new Collection(folder);
                IndexWatcher watch = new IndexWatcher(collection.indexUpdate(), Duration.ofMillis(20))) {
            collection.with("quad", "Desk", "2025-01-01", "The Quad met in Manila.");
            watch.start();
            waitUntil(() -> text(collection, "quad").contains("Manila"));
            collection.with("quad", "Desk", "2025-01-01", "The Quad met in Tokyo.");
            waitUntil(() -> text(collection, "quad").contains("Tokyo"));
        }
    }

    @Test
    void looksAtOnceWhenAskedAndSaysWhenItLooked() {
        try (Collection collection = new Collection(folder);
                IndexWatcher watch = new IndexWatcher(collection.indexUpdate(), Duration.ofDays(1))) {
            watch.start();
            collection.with("late", "Desk", "2025-01-01", "A late article arrived.");
            assertThat(watch.status().looked()).isEmpty();
            assertThat(watch.catchUp(Duration.ofSeconds(20))).isTrue();
            assertThat(has(collection, "late")).isTrue();
            assertThat(Instant.parse(watch.status().looked())).isBefore(Instant.now());
            assertThat(watch.status().updating()).isFalse();
        }
    }

    /** Lucene and SQLite may swallow the interrupt. */
    @Test
    void closedInTheMiddleOfAnUpdateItEnds() throws InterruptedException {
        try (Collection collection = new Collection(folder)) {
            for (int number = 0; number < 100; number++) {
                collection.with("a" + number, "Desk", "2025-01-01", "Article " + number + " of the ferry arrived.");
            }
            Set<Thread> others = watchers();
            IndexWatcher watch = new IndexWatcher(collection.indexUpdate(), Duration.ofMillis(20));
            watch.start();
            waitUntil(() -> watch.status().updating());
            watch.close();
            waitUntil(() -> others.containsAll(watchers()));
        }
    }

    private static Set<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("index-watch"))
                .collect(Collectors.toSet());
    }

    @Test
    void aFailedUpdateIsReportedAndTheNextOneSucceeds() throws IOException {
        try (Collection collection = new Collection(folder);
                IndexWatcher watch = new IndexWatcher(collection.indexUpdate(), Duration.ofDays(1))) {
            watch.start();
            Files.delete(collection.articles());
            assertThat(watch.catchUp(Duration.ofSeconds(20))).isFalse();
            assertThat(watch.status().problem()).contains("no corpus folder");
            Files.createDirectory(collection.articles());
            assertThat(watch.catchUp(Duration.ofSeconds(20))).isTrue();
            assertThat(watch.status().problem()).isEmpty();
        }
    }

    @Test
    void aFailureIsReportedAndWatchingContinues() {
        try (Collection collection = new Collection(folder);
                Catalogue catalogue = new Catalogue(folder.resolve("vectors.sqlite"));
                IndexWatcher watch = new IndexWatcher(
                        new Indexer(
                                new ibid.library.CorpusFolder(null),
                                collection.index(),
                                new VectorStore(catalogue, "m", 2, (text, sentences) -> null)),
                        Duration.ofDays(1))) {
            watch.start();
            for (int again = 0; again < 3; again++) {
                assertThat(watch.catchUp(Duration.ofDays(1))).isFalse(); // and does not wait for a thread that died
                assertThat(watch.status().problem()).startsWith("a fault in Ibid");
            }
        }
    }

    @Test
    void aRequestBeforeTheStartTimesOut() {
        try (Collection collection = new Collection(folder);
                IndexWatcher watch = new IndexWatcher(collection.indexUpdate(), Duration.ofDays(1))) {
            assertThat(watch.catchUp(Duration.ofMillis(10))).isFalse();
        }
    }

    @Test
    void reportsTheProgressOfTheRun() {
        AtomicLong nanos = new AtomicLong();
        List<UpdateProgress> paces = new ArrayList<>();
        try (Collection collection = new Collection(folder)) {
            for (int at = 0; at < 4; at++) {
                collection.with("a" + at, "Desk", "2025-01-01", "Article " + at + ".");
            }
            IndexWatcher watch = new IndexWatcher(
                    collection.indexUpdate(), Duration.ofDays(1), () -> nanos.getAndAdd(2_000_000_000L));
            watch.run(false, (done, total, file) -> paces.add(watch.status().pace()));
            assertThat(watch.status().pace().total()).isZero();
        }
        assertThat(paces).extracting(UpdateProgress::file).containsExactly("a0.md", "a1.md", "a2.md", "a3.md");
        assertThat(paces)
                .extracting(UpdateProgress::filesPerSecond)
                .containsOnly(0.5); // the clock moves on by two seconds a file
        assertThat(paces).extracting(pace -> pace.etaSeconds().orElseThrow()).containsExactly(6L, 4L, 2L, 0L);
        assertThat(new UpdateProgress(UpdateProgress.Phase.READING, 0, 4, "", 1).etaSeconds())
                .isEmpty();
    }

    private static String text(Collection collection, String id) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.article(new ArticleId(id))
                    .map(article -> article.text().value())
                    .orElse("");
        }
    }

    private static boolean has(Collection collection, String id) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.article(new ArticleId(id)).isPresent();
        }
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 500 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
