package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that two processes know, of which one may write. */
class WriteRightTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void write() {
        collection = Collection.ofQuadAndAukus(folder);
        collection.update();
    }

    private String generation() {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.generation();
        }
    }

    private boolean holds(String article) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.article(new ArticleId(article)).isPresent();
        }
    }

    @Test
    void whoMayNotWriteFollowsWhoDoes() {
        Indexer follower = collection.indexUpdate().sharing(new LimitedRight(0));
        String before = generation();
        collection.with("new", "Desk", "2025-08-01", "The Quad met again.");
        try (Collection writer = new Collection(folder)) {
            UpdateSummary nothing = follower.run(false, (done, total, what) -> {});
            assertThat(nothing.added()).isZero();
            assertThat(follower.awaited()).isPresent();
            assertThat(generation()).isEqualTo(before);
            writer.update();
            follower.run(false, (done, total, what) -> {});
            assertThat(follower.awaited()).isEmpty();
            assertThat(holds("new")).isTrue();
        }
    }

    @Test
    void theStatusSaysWhoWrites() throws Exception {
        collection.with("new", "Desk", "2025-08-01", "The Quad met again.");
        try (IndexWatcher watcher =
                new IndexWatcher(collection.indexUpdate().sharing(new LimitedRight(0)), Duration.ofMillis(20))) {
            watcher.start();
            assertThat(watcher.catchUp(Duration.ofSeconds(30))).isFalse();
            assertThat(watcher.status().problem()).contains("process 7 writes this index");
        }
    }

    @Test
    void whoMayNotWriteRebuildsNothing() {
        Indexer follower = collection.indexUpdate().sharing(new LimitedRight(0));
        assertThatThrownBy(() -> follower.run(true, (done, total, what) -> {}))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("process 7 writes this index");
    }

    /** Once for each of three files and once for the commit: it is lost at each moment in turn. */
    @Test
    void aWriterThatLostItsRightStopsAndNothingOfItsUpdateIsSeen() {
        String before = generation();
        for (int i = 0; i < 3; i++) {
            collection.with("new" + i, "Desk", "2025-08-01", "The Quad met for the time " + i + ".");
        }
        for (int left = 1; left <= 4; left++) {
            Indexer loser = collection.indexUpdate().sharing(new LimitedRight(left));
            assertThatThrownBy(() -> loser.run(false, (done, total, what) -> {}))
                    .hasMessage("lost");
            assertThat(generation()).isEqualTo(before);
            assertThat(holds("new0")).isFalse();
        }
        collection.indexUpdate().sharing(new LimitedRight(100)).run(false, (done, total, what) -> {});
        assertThat(holds("new0") && holds("new2")).isTrue();
    }
}
