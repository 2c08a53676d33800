package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.corpus.ArticleId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWatchTest {

    @TempDir
    private Path folder;

    @Test
    void noticesAFileThatCameAndOneThatWent() throws InterruptedException {
        try (Collection collection = new Collection(folder); IndexWatch watch = new IndexWatch(collection.indexUpdate(), Duration.ofMillis(20))) {
            watch.run(false, (done, total, what) -> { });
            watch.start();
            collection.with("late", "Desk", "2025-01-01", "A late article arrived.");
            waitUntil(() -> has(collection, "late"));
            collection.without("late.md");
            waitUntil(() -> !has(collection, "late"));
            assertThat(watch.status().problem()).isEmpty();
        }
    }

    private static boolean has(Collection collection, String id) {
        try (Snapshot snapshot = collection.index().snapshot()) {
            return snapshot.article(new ArticleId(id)).isPresent();
        }
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 500 && !condition.getAsBoolean(); tries++) Thread.sleep(20);
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
