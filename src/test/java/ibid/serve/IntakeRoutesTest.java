package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.collection.ArticlesBody;
import ibid.api.collection.IntakeBody;
import ibid.library.ListedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upload and removal of files over HTTP, with real requests, a real folder and a real index. */
class IntakeRoutesTest {

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

    /** Every file that could be read as one, hidden ones too, by its path below the folder. */
    private List<String> onDisk() throws IOException {
        try (Stream<Path> walk = Files.walk(articles())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> articles().relativize(file).toString())
                    .filter(name -> !name.endsWith(".lock")) // of a folder for uploads on their way
                    .sorted()
                    .toList();
        }
    }

    private static IntakeBody.SentFile file(HttpResponse<String> response, int at) {
        return Running.read(response, IntakeBody.class).files().get(at);
    }

    @Test
    void aFileSentIsInTheFolderAndInAnswersWhenTheResponseComes() throws IOException {
        HttpResponse<String> response = new Form().file("tunnel.md", TUNNEL).to(server, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(file(response, 0))
                .isEqualTo(new IntakeBody.SentFile(
                        "tunnel.md", "tunnel", 201, IntakeBody.Outcome.ADDED, ListedFile.State.INDEXED, 1, "", null));
        assertThat(Files.readString(articles().resolve("tunnel.md"))).isEqualTo(TUNNEL);
        assertThat(server.get("/api/v1/search?q=tunnel%20Lind").body()).contains("tunnel#0");
        assertThat(onDisk()).containsExactly("bridge.md", "copy.md", "ferry.md", "tunnel.md");
    }

    @Test
    void aDecomposedNameIsComposed() throws IOException {
        assertThat(file(new Form().file("Vie\u0302\u0323t Nam.md", TUNNEL).to(server, ""), 0)
                        .file())
                .isEqualTo("Việt Nam.md");
        assertThat(onDisk()).contains("Việt Nam.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.md",
                "a/b.md",
                "C:\\\\x.md",
                "..\\\\x.md",
                "/etc/x.md",
                ".hidden.md",
                "..",
                "",
                "nul\u0000.md",
                "bell\u0007.md",
                "over\u202edm.exe.md",
                "x.exe",
                "x",
                "readme.md"
            })
    void aNameThatCannotBeAFilesIsRefusedAndNothingIsWritten(String name) throws IOException {
        HttpResponse<String> response = new Form().file(name, TUNNEL).to(server, "");
        assertThat(response.statusCode()).as(response.body()).isIn(400, 422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Running.problem(response).detail()).isNotBlank();
        assertThat(onDisk()).containsExactly("bridge.md", "copy.md", "ferry.md");
        try (Stream<Path> beside = Files.walk(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).doesNotContain("x.md", "b.md");
        }
    }

    @Test
    void aNameLongerThanAFilesIsRefused() throws IOException {
        assertThat(new Form()
                        .file("n".repeat(300) + ".md", TUNNEL)
                        .to(server, "")
                        .body())
                .contains("longer than 200 bytes");
        assertThat(onDisk()).hasSize(3);
    }

    @Test
    void aFileThatCannotBeReadIsNotKept() throws IOException {
        for (Form form : List.of(
                new Form().file("empty.md", ""),
                new Form().file("broken.pdf", "no PDF"),
                new Form()
                        .file(
                                "file",
                                "big.md",
                                "word ".repeat(1 << 20).concat(TUNNEL).repeat(2).getBytes()))) {
            HttpResponse<String> response = form.to(server, "");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
            assertThat(file(response, 0).reason()).isNotBlank();
        }
        assertThat(onDisk()).hasSize(3);
    }

    @Test
    void aBadFileDoesNotKeepTheOthersOut() {
        HttpResponse<String> response = new Form()
                .file("broken.pdf", "no PDF")
                .file("tunnel.md", TUNNEL)
                .to(server, "");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Running.read(response, IntakeBody.class).files())
                .extracting(IntakeBody.SentFile::outcome)
                .containsExactly(IntakeBody.Outcome.REFUSED, IntakeBody.Outcome.ADDED);
        assertThat(server.get("/api/v1/articles/tunnel").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsThereIsReplacedOnlyWhereTheSenderSaysSoAndIsKeptBeside() throws IOException {
        new Form().file("tunnel.md", TUNNEL).to(server, "");
        HttpResponse<String> same = new Form().file("tunnel.md", TUNNEL).to(server, "");
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(file(same, 0).outcome()).isEqualTo(IntakeBody.Outcome.UNCHANGED);
        HttpResponse<String> other =
                new Form().file("tunnel.md", TUNNEL.replace("1931", "1932")).to(server, "");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Running.problem(other).detail()).contains("tunnel.md", "replace=true");
        assertThat(server.get("/api/v1/articles/tunnel/text").body()).contains("1931");

        HttpResponse<String> replaced =
                new Form().file("tunnel.md", TUNNEL.replace("1931", "1932")).to(server, "?replace=true");
        assertThat(file(replaced, 0).outcome()).isEqualTo(IntakeBody.Outcome.REPLACED);
        assertThat(server.get("/api/v1/articles/tunnel/text").body())
                .contains("1932")
                .doesNotContain("1931");
        String kept = onDisk().stream()
                .filter(name -> name.startsWith(".removed/"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(articles().resolve(kept))).isEqualTo(TUNNEL);
    }

    @Test
    void twoFilesNeverShareAnId() {
        HttpResponse<String> twin = new Form().file("Ferry.markdown", TUNNEL).to(server, "?replace=true");
        assertThat(twin.statusCode()).isEqualTo(409);
        assertThat(Running.problem(twin).detail()).contains("ferry.md");
    }

    @Test
    void manyAtOnceAllComeInAndOfOneNameOnlyOne() throws IOException {
        List<HttpResponse<String>> responses = IntStream.range(0, 16)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> new Form()
                        .file("a" + at + ".md", TUNNEL + " " + at)
                        .file("same.md", "Version " + at + ". " + TUNNEL)
                        .to(server, "")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(responses).allMatch(response -> response.statusCode() == 201);
        assertThat(responses)
                .filteredOn(response -> file(response, 1).outcome() == IntakeBody.Outcome.ADDED)
                .hasSize(1);
        assertThat(onDisk()).hasSize(3 + 16 + 1);
        assertThat(server.get("/api/v1/articles", ArticlesBody.class).total()).isEqualTo(20);
    }

    @Test
    void whatIsRemovedIsGoneFromAnswersAtOnceAndKeptBeside() throws IOException {
        assertThat(server.ask("What did the bridge cost?").outcome()).isEqualTo(AnswerBody.Outcome.ANSWERED);
        assertThat(server.delete("/api/v1/articles/bridge").statusCode()).isEqualTo(204);
        assertThat(server.ask("What did the bridge cost?").toString()).doesNotContain("forty million");
        assertThat(server.get("/api/v1/search?q=bridge").body()).doesNotContain("bridge#0");
        assertThat(server.get("/api/v1/articles/bridge").statusCode()).isEqualTo(404);
        assertThat(onDisk()).hasSize(3).anyMatch(name -> name.matches("\\.removed/\\d{8}T\\d{9}Z/bridge\\.md"));
        assertThat(server.delete("/api/v1/articles/bridge").statusCode()).isEqualTo(404);
        assertThat(server.delete("/api/v1/articles/..%2F..%2Flog").statusCode()).isIn(400, 404);
    }

    @Test
    void noOtherFileTakesTheIdOfOneThatIsRemoved() throws IOException {
        Files.writeString(articles().resolve("Bridge.txt.md"), "Another text.");
        Files.writeString(articles().resolve("bridge!.md"), "A text of the same id.");
        assertThat(server.delete("/api/v1/articles/bridge").statusCode()).isEqualTo(204);
        assertThat(server.get("/api/v1/articles/bridge").statusCode()).isEqualTo(404);
        assertThat(articles().resolve("bridge!.md")).doesNotExist();
        assertThat(articles().resolve("Bridge.txt.md")).exists();
    }

    @Test
    void whatWasComingInAtAKillIsClearedAway() throws IOException {
        Path left = Files.createDirectories(articles().resolve(".incoming/left"));
        Files.writeString(left.resolve("half.md"), "x");
        new ibid.library.Intake(server.collection().folder());
        assertThat(left).doesNotExist();
    }

    @Test
    void aMalformedRequestIsRefusedWithTheRemedy() {
        assertThat(server.post("/api/v1/articles", "{}").statusCode()).isEqualTo(415);
        assertThat(new Form().to(server, "").statusCode()).isEqualTo(400);
        assertThat(new Form()
                        .file("upload", "x.md", TUNNEL.getBytes())
                        .to(server, "")
                        .body())
                .contains("unknown field “upload”; known here: file");
        assertThat(new Form().file("x.md", TUNNEL).to(server, "?replace=yes").statusCode())
                .isEqualTo(400);
        assertThat(new Form().file("x.md", TUNNEL).to(server, "?overwrite=true").statusCode())
                .isEqualTo(400);
        assertThat(new Form()
                        .file("x.md", TUNNEL)
                        .to(server, "", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyThatBreaksOffOrIsTooLongIsRefused() throws IOException {
        HttpRequest.Builder broken = HttpRequest.newBuilder(URI.create(server.url("/api/v1/articles")))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x\r\nContent-"));
        assertThat(server.send(broken).statusCode()).isEqualTo(400);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                                    + (300L << 20) + "\r\n\r\n")
                            .getBytes());
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine())
                    .contains("413");
        }
        assertThat(onDisk()).hasSize(3);
    }

    @Test
    void aLinkInTheFolderIsNeitherWrittenThroughNorRemoved() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.md"), "Not for Ibid.");
        Files.createSymbolicLink(articles().resolve("link.md"), outside);
        assertThat(new Form()
                        .file("link.md", TUNNEL)
                        .to(server, "?replace=true")
                        .statusCode())
                .isEqualTo(409);
        assertThat(server.delete("/api/v1/articles/link").statusCode()).isEqualTo(404);
        assertThat(Files.readString(outside)).isEqualTo("Not for Ibid.");
        assertThat(server.get("/api/v1/index/files?q=link.md").body())
                .contains("links are not followed")
                .doesNotContain("\"state\":\"indexed\"");
    }
}
