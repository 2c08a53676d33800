package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.index.update.IndexWatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first look at the folder of articles, on the thread that started the server. */
class FirstUpdateTest {

    @TempDir
    private Path folder;

    /** The server ended when its data folder was deleted before the look was done. */
    @Test
    void aFailureToReadOrWriteIsSaidAndDoesNotEndTheServer() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Collection collection = new Collection(folder);
                IndexWatcher watcher = new IndexWatcher(collection.indexUpdate(), Duration.ofDays(1))) {
            collection.with("boat", "Desk", "2025-01-01", "The boat Aurelia was sold.");
            Files.delete(folder.resolve("catalogue.sqlite"));
            Terminal terminal = new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
            assertThat(terminal.firstUpdate(watcher)).isEmpty();
            assertThat(watcher.status().problem()).isNotEmpty();
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("catalogue.sqlite was deleted");
    }
}
