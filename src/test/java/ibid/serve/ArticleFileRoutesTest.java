package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.read.pdf.PdfPages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original files of articles over HTTP. */
class ArticleFileRoutesTest {

    private static final String PAPER = "Zürich 50%; \"tram\"*.pdf";

    private static final String PROSE = "The town of Visby sold its last tram to a museum in Malmö on Monday; "
            + "The mayor, Karin Holm, said that nobody had driven it since the summer of 1987; "
            + "The museum paid ninety thousand crowns and will paint it blue and white again; "
            + "Its rails were taken up long ago, and the depot by the harbour became a market hall";

    @TempDir
    private Path folder;

    private static HttpResponse<byte[]> bytes(Running server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void aPdfIsSavedByteForByteUnderItsName() throws IOException, InterruptedException {
        byte[] paper;
        try (PdfPages pages = new PdfPages()) {
            pages.begin();
            for (String line : PROSE.split("; ")) {
                pages.line(12, line + ".");
            }
            paper = pages.bytes();
        }
        try (Running server = Running.over(folder)) {
            Files.write(server.collection().articles().resolve(PAPER), paper);
            server.collection().update();
            String id = URLEncoder.encode(ArticleId.ofFile(PAPER).value(), StandardCharsets.UTF_8);
            HttpResponse<byte[]> file = bytes(server, "/api/v1/articles/" + id + "/file");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).isEqualTo(paper);
            assertThat(header(file, "Content-Type")).isEqualTo("application/pdf");
            assertThat(header(file, "Content-Length")).isEqualTo(String.valueOf(paper.length));
            assertThat(header(file, "Content-Disposition"))
                    .isEqualTo("attachment; filename=\"Z_rich 50_; _tram_*.pdf\"; "
                            + "filename*=UTF-8''Z%C3%BCrich%2050%25%3B%20%22tram%22%2A.pdf");
        }
    }

    @Test
    void aWebPageIsSavedAsBytesAndNeverRuns() throws IOException, InterruptedException {
        String hostile = "<html><head><title>Tram sold</title></head><body><article><h1>Tram sold</h1><p>"
                + PROSE.replace("; ", ".</p><p>")
                + "</p></article><script>fetch('/api/v1/articles/ferry', {method: 'DELETE'})</script></body></html>";
        try (Running server = Running.over(folder)) {
            server.collection().with("tram.html", hostile).update();
            HttpResponse<byte[]> file = bytes(server, "/api/v1/articles/tram-html/file");
            assertThat(new String(file.body(), StandardCharsets.UTF_8)).isEqualTo(hostile);
            assertThat(header(file, "Content-Encoding")).isEmpty();
            assertThat(header(file, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(file, "Content-Disposition")).startsWith("attachment; filename=\"tram.html\"");
            assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(file, "Content-Security-Policy")).contains("script-src 'self'");
        }
    }

    @Test
    void aFileThatIsGoneOrBecameALinkIsNotFoundAndNamed() throws IOException {
        try (Running server = Running.justStarted(folder)) {
            assertThat(server.get("/api/v1/articles/ferry/file").statusCode()).isEqualTo(200);
            server.collection().without("ferry.md");
            HttpResponse<String> gone = server.get("/api/v1/articles/ferry/file");
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(Running.problem(gone).detail()).contains("“ferry.md”", "gone from the corpus folder");
            assertThat(header(gone, "Content-Disposition")).isEmpty();
            Path secret = Files.writeString(folder.resolve("secret.md"), "the key is plover");
            Files.createSymbolicLink(server.collection().articles().resolve("ferry.md"), secret);
            HttpResponse<String> link = server.get("/api/v1/articles/ferry/file");
            assertThat(link.statusCode()).isEqualTo(404);
            assertThat(link.body()).doesNotContain("plover");
        }
    }

    @Test
    void onlyArticlesOfTheIndexHaveAFile() throws IOException {
        try (Running server = Running.over(folder)) {
            Files.writeString(server.collection().articles().resolve(".hidden.md"), "the key is plover");
            for (String id :
                    new String[] {"none", ".hidden", "hidden", "..%2Flog", "ferry.md", "..%2F..%2Fetc%2Fpasswd"}) {
                HttpResponse<String> response = server.get("/api/v1/articles/" + id + "/file");
                assertThat(response.statusCode()).as(id).isIn(400, 404);
                assertThat(response.body()).doesNotContain("plover");
            }
        }
    }
}
