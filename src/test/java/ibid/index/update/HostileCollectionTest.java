package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.read.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile files in one folder with good ones. */
class HostileCollectionTest {

    private static final Duration HANGS = Duration.ofMinutes(20); // a busy machine is no hang

    @TempDir
    private Path folder;

    @Test
    void goodFilesGoInBesideHostileOnes() throws Exception {
        try (Collection collection = new Collection(folder)) {
            for (Map.Entry<String, Callable<byte[]>> file : Hostile.few().entrySet()) {
                Files.write(
                        collection.articles().resolve(file.getKey()),
                        file.getValue().call());
            }
            collection
                    .with("a-good", "Gazette", "2025-03-03", "The ferry Aurelia was sold to Bergen.")
                    .with("z-good", "Gazette", "2025-03-04", "The ferry Boreas was not.");
            Files.createSymbolicLink(collection.articles().resolve("loop"), collection.articles());
            UpdateSummary update = assertTimeoutPreemptively(HANGS, collection::update);
            assertThat(update.files()).isEqualTo(Hostile.few().size() + 3);
            assertThat(update.skipped())
                    .hasSizeLessThan(update.files() - 1)
                    .allSatisfy(
                            state -> assertThat(state.skipped()).isNotBlank().doesNotContain("a fault in Ibid"));
            try (IndexSnapshot now = collection.index().snapshot()) {
                assertThat(now.files().get("a-good.md").skipped()).isEmpty();
                assertThat(now.files().get("z-good.md").skipped()).isEmpty();
            }
        }
    }

    /** A publisher's name is an index term, which holds 32 kB: a longer one once stopped the update. */
    @Test
    void aVeryLongFileNameDoesNotStopIndexing() throws IOException {
        try (Collection collection = new Collection(folder)) {
            collection
                    .with(
                            "long.html",
                            "<meta property=og:site_name content=\"" + "Gazette ".repeat(20_000)
                                    + "\"><p>The ferry Aurelia was sold to Bergen for two million crowns on Monday.")
                    .with("good", "Gazette", "2025-03-03", "The ferry Boreas was not.");
            assertThat(collection.update().added()).isEqualTo(2);
        }
    }
}
