package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Removed articles put back over HTTP, with a real folder and a real index. */
class RestoreRoutesTest {

    private static final String TUNNEL = "The tunnel under the sound was begun in 1931. Its builder was Olaf Lind.";

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() {
        server = Running.over(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path articles() {
        return server.collection().articles();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(articles())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> articles().relativize(file).toString())
                    .filter(name -> !name.endsWith(".lock")) // of a folder for uploads on their way
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsRestoredIsInAnswersAgainAsItWas() throws IOException {
        String before = Files.readString(articles().resolve("bridge.md"));
        Files.writeString(articles().resolve("bridge_.md"), "A text of the same id.");
        assertThat(server.post("/api/v1/articles/bridge/restore", "").statusCode())
                .isEqualTo(409);
        assertThat(server.delete("/api/v1/articles/bridge").statusCode()).isEqualTo(204);
        assertThat(server.post("/api/v1/articles/bridge/restore", "").statusCode())
                .isEqualTo(204);
        assertThat(articles().resolve("bridge.md")).hasContent(before);
        assertThat(files()).containsExactly("bridge.md", "bridge_.md", "copy.md", "ferry.md");
        assertThat(server.ask("What did the bridge cost?").toString()).contains("forty million");
        for (String id : new String[] {"none", "..%2F..%2Flog"}) {
            assertThat(server.post("/api/v1/articles/" + id + "/restore", "").statusCode())
                    .isIn(400, 404);
        }
    }

    @Test
    void theLatestOfSeveralRemovalsIsRestored() throws IOException {
        for (String year : new String[] {"1931", "1932"}) {
            new Form().file("tunnel.md", TUNNEL.replace("1931", year)).to(server, "");
            assertThat(server.delete("/api/v1/articles/tunnel").statusCode()).isEqualTo(204);
        }
        assertThat(server.post("/api/v1/articles/tunnel/restore", "").statusCode())
                .isEqualTo(204);
        assertThat(server.get("/api/v1/articles/tunnel/text").body()).contains("1932");
    }
}
