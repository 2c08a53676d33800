package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the index stands, file by file. */
class IndexRoutesTest {

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

    private JsonNode get(String path) {
        return Running.json(server.get(path));
    }

    private JsonNode until(String path, java.util.function.Predicate<JsonNode> holds) throws InterruptedException {
        JsonNode json = get(path);
        for (int tries = 0; tries < 200 && !holds.test(json); tries++) {
            Thread.sleep(25);
            json = get(path);
        }
        assertThat(holds.test(json)).as("%s", json).isTrue();
        return json;
    }

    @Test
    void countsFilesByStateAndSaysHowFreshThatIs() throws InterruptedException {
        server.collection().with("paper.odt", "PK");
        JsonNode index = until(
                "/api/v1/index",
                json -> json.path("files_by_state").path("skipped").asInt() == 1
                        && json.path("fresh").path("current").asBoolean());
        assertThat(index.path("files_by_state"))
                .isEqualTo(Running.json("{\"indexed\": 3, \"skipped\": 1, \"pending\": 0}"));
        assertThat(Instant.parse(index.path("fresh").path("looked").asText())).isBefore(Instant.now());
        assertThat(index.path("progress").isNull()).isTrue();
    }

    @Test
    void answersNothingBeforeItKnowsWhatWasRemovedWhileItWasOff() throws IOException {
        Path later = Files.createDirectory(folder.resolve("later"));
        try (Running started = Running.justStarted(later)) {
            Files.delete(later.resolve("articles/ferry.md"));
            Files.delete(later.resolve("articles/copy.md"));
            assertThat(started.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(started.get("/readyz").headers().firstValue("Retry-After"))
                    .isPresent();
            assertThat(started.get("/api/v1/search?q=ferry").statusCode()).isEqualTo(503);
            assertThat(started.post("/api/v1/answers", "{\"question\": \"What was the ferry sold for?\"}")
                            .body())
                    .contains("has just been started");
            assertThat(started.get("/api/v1/index").statusCode()).isEqualTo(200);
            assertThat(started.delete("/api/v1/articles/none").statusCode()).isEqualTo(404); // which looks first
            assertThat(started.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(started.get("/api/v1/search?q=ferry").body()).doesNotContain("Aurelia");
        }
    }

    @Test
    void listsEachFileWithItsStateAndWhy() throws IOException, InterruptedException {
        server.collection().with("deep/paper.odt", "PK");
        JsonNode skipped = until(
                        "/api/v1/index/files?state=skipped",
                        json -> json.path("total").asInt() == 1)
                .path("files")
                .path(0);
        assertThat(skipped.path("file").asText()).isEqualTo("deep/paper.odt");
        assertThat(skipped.path("reason").asText()).contains("format not read");
        assertThat(skipped.path("article").isNull()).isTrue();
        JsonNode all = get("/api/v1/index/files?limit=2&offset=1");
        assertThat(all.path("total").asInt()).isEqualTo(4);
        assertThat(all.path("files"))
                .extracting(file -> file.path("file").asText())
                .containsExactly("copy.md", "deep/paper.odt");
        JsonNode ferry = get("/api/v1/index/files?q=FERRY").path("files").path(0);
        assertThat(ferry.path("article").asText()).isEqualTo("ferry");
        assertThat(ferry.path("state").asText()).isEqualTo("indexed");
        Path file = server.collection().articles().resolve("ferry.md");
        assertThat(ferry.path("size").asLong()).isEqualTo(Files.size(file));
        assertThat(Instant.parse(ferry.path("modified").asText()).toEpochMilli())
                .isEqualTo(Files.getLastModifiedTime(file).toMillis());
        assertThat(server.get("/api/v1/index/files?state=lost").body()).contains("must be indexed, skipped or pending");
    }
}
