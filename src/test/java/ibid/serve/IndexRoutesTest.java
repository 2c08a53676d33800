package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.collection.FilesBody;
import ibid.api.collection.IndexBody;
import ibid.library.ListedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of the index and of each file. */
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

    private <T> T until(String path, Class<T> type, Predicate<T> holds) throws InterruptedException {
        T body = server.get(path, type);
        for (int tries = 0; tries < 200 && !holds.test(body); tries++) {
            Thread.sleep(25);
            body = server.get(path, type);
        }
        assertThat(holds.test(body)).as("%s", body).isTrue();
        return body;
    }

    @Test
    void countsFilesByStateAndSaysHowFreshThatIs() throws InterruptedException {
        server.collection().with("paper.pages", "PK");
        IndexBody index = until(
                "/api/v1/index",
                IndexBody.class,
                body -> body.contents().filesByState().skipped() == 1
                        && body.activity().fresh().current());
        assertThat(index.contents().filesByState()).isEqualTo(new IndexBody.FilesByState(3, 1, 0));
        assertThat(Instant.parse(index.activity().fresh().looked())).isBefore(Instant.now());
        assertThat(index.activity().progress()).isNull();
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
        server.collection().with("deep/paper.pages", "PK");
        FilesBody.FileEntry skipped = until(
                        "/api/v1/index/files?state=skipped", FilesBody.class, body -> body.total() == 1)
                .files()
                .getFirst();
        assertThat(skipped.file()).isEqualTo("deep/paper.pages");
        assertThat(skipped.reason()).contains("format not read");
        assertThat(skipped.article()).isEmpty();
        FilesBody all = server.get("/api/v1/index/files?limit=2&offset=1", FilesBody.class);
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.files()).extracting(FilesBody.FileEntry::file).containsExactly("copy.md", "deep/paper.pages");
        FilesBody.FileEntry ferry = server.get("/api/v1/index/files?q=FERRY", FilesBody.class)
                .files()
                .getFirst();
        assertThat(ferry.article()).isEqualTo("ferry");
        assertThat(ferry.state()).isEqualTo(ListedFile.State.INDEXED);
        Path file = server.collection().articles().resolve("ferry.md");
        assertThat(ferry.size()).isEqualTo(Files.size(file));
        assertThat(ferry.modified().toEpochMilli())
                .isEqualTo(Files.getLastModifiedTime(file).toMillis());
        assertThat(server.get("/api/v1/index/files?state=lost").body()).contains("must be indexed, skipped or pending");
    }

    @Test
    void anEmptiedFolderWaitsForTheWordOfAnAdmin() throws IOException, InterruptedException {
        Path articles = server.collection().articles();
        for (String file : server.collection().folder().files().stream()
                .map(ibid.library.CorpusFile::name)
                .toList()) {
            Files.delete(articles.resolve(file));
        }
        IndexBody held =
                until("/api/v1/index", IndexBody.class, body -> body.activity().heldRemovals() != null);
        assertThat(held.contents().articles())
                .isEqualTo(held.activity().heldRemovals().articles());
        assertThat(held.activity().fresh().current()).isFalse();
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(server.post("/api/v1/index/removals", "").statusCode()).isEqualTo(204);
        IndexBody emptied = server.get("/api/v1/index", IndexBody.class);
        assertThat(emptied.contents().articles()).isZero();
        assertThat(emptied.activity().heldRemovals()).isNull();
    }
}
