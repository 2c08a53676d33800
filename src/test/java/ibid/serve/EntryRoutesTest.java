package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.collection.ArticleDetailsBody;
import ibid.api.collection.ArticlesBody;
import ibid.api.collection.FilesBody;
import ibid.api.collection.IndexBody;
import ibid.api.collection.IntakeBody;
import ibid.library.ListedFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed and an export of several articles over HTTP: sent, listed, asked, opened, removed. */
class EntryRoutesTest {

    private static final String TUNNEL =
            "{\"url\": \"https://courier.example/tunnel-begun\", \"title\": \"Tunnel begun\","
                    + " \"date\": \"2024-03-02\", \"publisher\": \"Orve Courier\","
                    + " \"text\": \"The tunnel under the sound was begun in 1931. Its builder was Olaf Lind.\"}\n";
    private static final String SCHOOL =
            "{\"url\": \"https://courier.example/school-open\", \"title\": \"School open\","
                    + " \"text\": \"The school of Vik was opened by the bishop in 1950.\"}\n";
    private static final String EXPORT = TUNNEL + "{broken\n" + SCHOOL;

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

    private String idOf(String title) {
        return server.get("/api/v1/articles", ArticlesBody.class).articles().stream()
                .filter(article -> article.article().title().equals(title))
                .findFirst()
                .orElseThrow()
                .article()
                .id();
    }

    private IntakeBody.SentFile send(String text, String query) {
        HttpResponse<String> response = new Form().file("export.jsonl", text).to(server, query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Running.read(response, IntakeBody.class).files().getFirst();
    }

    @Test
    void eachEntryOfAFileThatIsSentIsAskedListedAndOpenedByItself() {
        assertThat(send(EXPORT, ""))
                .isEqualTo(new IntakeBody.SentFile(
                        "export.jsonl",
                        "export-jsonl",
                        201,
                        IntakeBody.Outcome.ADDED,
                        ListedFile.State.INDEXED,
                        2,
                        "1 of 3 entries are no articles; line 2: it is not a JSON object",
                        null));
        AnswerBody answer = server.ask("Who was the builder of the tunnel?");
        assertThat(answer.footnotes().getFirst().article().title()).isEqualTo("Tunnel begun");
        String id = answer.footnotes().getFirst().article().id();
        assertThat(id).isEqualTo(idOf("Tunnel begun")).startsWith("export-jsonl-tunnel-begun-");
        ArticleDetailsBody article = server.get("/api/v1/articles/" + id, ArticleDetailsBody.class);
        assertThat(article.toString())
                .contains(
                        "Orve Courier",
                        "2024-03-02",
                        "https://courier.example/tunnel-begun",
                        "export.jsonl/tunnel-begun");
        HttpResponse<String> original = server.get("/api/v1/articles/" + id + "/file");
        assertThat(original.body()).isEqualTo(EXPORT);
        assertThat(original.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename=\"export.jsonl\"");
    }

    @Test
    void theFileIsListedOnceAndWhatIsBrokenAfterIt() {
        send(EXPORT, "");
        FilesBody files = server.get("/api/v1/index/files?q=export", FilesBody.class);
        assertThat(files.files())
                .extracting(FilesBody.FileEntry::file, FilesBody.FileEntry::state, FilesBody.FileEntry::articles)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("export.jsonl", ListedFile.State.INDEXED, 2),
                        org.assertj.core.groups.Tuple.tuple("export.jsonl/line-2", ListedFile.State.SKIPPED, 0));
        IndexBody.Contents index = server.get("/api/v1/index", IndexBody.class).contents();
        assertThat(index.files()).isEqualTo(4);
        assertThat(index.skipped()).extracting(IndexBody.Skipped::file).containsExactly("export.jsonl/line-2");
    }

    @Test
    void oneOfSeveralIsNotRemovedAloneButWithItsFileAndComesBackWithIt() {
        send(EXPORT, "");
        HttpResponse<String> alone = server.delete("/api/v1/articles/" + idOf("School open"));
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(Running.problem(alone).detail()).contains("“export.jsonl”", "DELETE /api/v1/articles/export-jsonl");
        assertThat(server.delete("/api/v1/articles/export-jsonl").statusCode()).isEqualTo(204);
        assertThat(server.get("/api/v1/articles", ArticlesBody.class).total()).isEqualTo(3);
        assertThat(server.ask("Who was the builder of the tunnel?").toString()).doesNotContain("Olaf Lind");
        assertThat(server.post("/api/v1/articles/export-jsonl/restore", "").statusCode())
                .isEqualTo(204);
        assertThat(server.get("/api/v1/articles", ArticlesBody.class).total()).isEqualTo(5);
    }

    @Test
    void anEntryThatIsChangedKeepsItsIdAndTheOthersStay() {
        send(EXPORT, "");
        String id = idOf("Tunnel begun");
        send(SCHOOL + TUNNEL.replace("1931", "1932").replace("Tunnel begun", "Tunnel begun later"), "?replace=true");
        assertThat(idOf("Tunnel begun later")).isEqualTo(id);
        assertThat(server.get("/api/v1/articles/" + id + "/text").body())
                .contains("1932")
                .doesNotContain("1931");
    }

    @Test
    void aFileOfWhichNoEntryCanBeReadIsNotKept() {
        HttpResponse<String> response =
                new Form().file("log.jsonl", "{\"level\": 1}\n{\"level\": 2}\n").to(server, "");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Running.problem(response).detail()).contains("no record of it is an article", "line 1");
    }
}
