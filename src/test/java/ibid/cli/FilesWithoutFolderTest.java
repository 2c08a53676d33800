package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.VerdictBody;
import ibid.api.collection.PicturesBody;
import ibid.api.share.RecheckBody;
import ibid.eval.client.ApiClient;
import ibid.index.cluster.TestCluster;
import ibid.read.pdf.PdfPages;
import ibid.storage.TestDatabase;
import ibid.verify.Support;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server without the folder makes of the articles' files: pictures, pages, the files themselves, exports, and
 * whether an answer still holds.
 */
class FilesWithoutFolderTest {

    private static final String PAGE = """
            <html><head><title>The last tram</title></head><body><article><h1>The last tram</h1>
            <p>The town of Visby sold its last tram to a museum in Malmö on Monday morning, said the mayor.</p>
            <img src="data:image/png;base64,%s" alt="The tram">
            <p>The museum paid %s crowns and will paint it blue and white again.</p>
            </article></body></html>""";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCluster cluster = TestCluster.shared();
    private String url;

    private Child run(String data, String corpus, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--corpus", folder.resolve(corpus).toString()));
        arguments.addAll(List.of("--data", folder.resolve(data).toString()));
        arguments.addAll(List.of("--search", cluster.setting("files")));
        arguments.addAll(List.of("--database", TestDatabase.postgres(folder).url()));
        return Child.start(List.of("-Xmx700m"), "ibid.cli.Main", arguments.toArray(String[]::new));
    }

    private static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            image.setRGB(x, x % 90, x * 5000); // of one colour it would be as small as a pixel that counts readers
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void write(String price) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles/towns"));
        String picture = Base64.getEncoder().encodeToString(png());
        Files.writeString(articles.resolve("tram.html"), PAGE.formatted(picture, price));
    }

    private void writeOthers() throws IOException {
        Path articles = folder.resolve("articles");
        String noise = Base64.getEncoder().encodeToString(new byte[13 << 20]);
        Files.writeString(
                articles.resolve("large.html"),
                PAGE.replace("Visby", "Lund").replace("tram", "bus").formatted(noise, "two thousand"));
        try (PdfPages pages = new PdfPages()) {
            pages.begin();
            pages.line(12, "The lighthouse of Hoburg was lit for the last time on the second of May.");
            pages.line(12, "Its keeper, Nils Ek, moved to Slite and sold the lamp to a collector there.");
            Files.write(articles.resolve("lighthouse.pdf"), pages.bytes());
        }
        Files.writeString(
                articles.resolve("wire.jsonl"),
                "{\"id\": \"7\", \"title\": \"A mill\", \"text\": \"The mill of Burs was sold for ninety crowns.\"}\n");
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> T read(HttpResponse<byte[]> response, Class<T> type) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        return Json.readLenient(body, type, "the response");
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES) // a fault would wait for ever
    void picturesFilesExportsAndRechecksComeFromTheDatabase() throws Exception {
        write("ninety thousand");
        writeOthers();
        Child writer = run("writer", "articles", "index", "--watch");
        writer.drain();
        try (Child server = run("server", "nowhere", "serve", "--port", "0")) {
            url = server.url();
            server.drain();
            try (ApiClient client = new ApiClient(url)) {
                while (client.articles().size() < 4) {
                    Thread.sleep(200);
                }
                requireFiles(client);
                requirePictures(client);
                AnswerBody answer = client.ask("How much did the museum pay for the last tram?", Optional.empty())
                        .answer();
                assertThat(answer.text()).contains("ninety thousand");
                requireExports(answer);
                VerdictBody verdict = client.check("Ten boats came.", List.of("Two boats came."));
                assertThat(verdict.label()).isNotEqualTo(Support.FULL);
                assertThat(recheck(answer).holds()).isTrue();
                write("a few");
                RecheckBody changed = recheck(answer);
                for (int tries = 0; changed.holds() && tries < 300; tries++) {
                    Thread.sleep(200);
                    changed = recheck(answer);
                }
                assertThat(changed.footnotes())
                        .extracting(RecheckBody.Note::state)
                        .contains(RecheckBody.State.CHANGED);
            }
        } finally {
            writer.kill();
        }
    }

    private void requireFiles(ApiClient client) throws Exception {
        assertThat(Set.copyOf(client.articles()))
                .contains("lighthouse-pdf", "large-html")
                .hasSize(4);
        for (String id : client.articles()) {
            HttpResponse<byte[]> file = get("/articles/" + id + "/file");
            if (id.equals("large-html")) {
                assertThat(file.statusCode()).isEqualTo(404);
                assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains("above 16 MB");
            } else {
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(file.body()).as(id).isEqualTo(Files.readAllBytes(original(id)));
            }
        }
    }

    private Path original(String id) {
        Path articles = folder.resolve("articles");
        if (id.startsWith("lighthouse")) {
            return articles.resolve("lighthouse.pdf");
        }
        return articles.resolve(id.contains("tram") ? "towns/tram.html" : "wire.jsonl");
    }

    private void requirePictures(ApiClient client) throws Exception {
        for (String id : client.articles()) {
            List<PicturesBody.Picture> pictures = read(get("/articles/" + id + "/pictures"), PicturesBody.class)
                    .pictures();
            assertThat(pictures).as(id).hasSize(id.contains("tram") ? 1 : 0);
            if (!pictures.isEmpty()) {
                assertThat(get("/articles/" + id + "/pictures/1").body()).isEqualTo(png());
            }
        }
        HttpResponse<byte[]> page = get("/articles/lighthouse-pdf/pages/1.png");
        for (int tries = 0; page.statusCode() == 503 && tries < 6; tries++) { // not drawn in time
            page = get("/articles/lighthouse-pdf/pages/1.png");
        }
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(page.body())).getWidth())
                .isBetween(990, 1000);
    }

    private void requireExports(AnswerBody answer) throws Exception {
        for (String format : List.of("md", "html", "docx", "json", "bibtex", "csl")) {
            HttpResponse<byte[]> export = get("/answers/" + answer.id() + "/export?format=" + format);
            assertThat(export.statusCode()).as(format).isEqualTo(200);
            if (!format.equals("docx")) {
                String text = new String(export.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
                assertThat(text).as(format).contains("last tram");
            }
        }
    }

    private RecheckBody recheck(AnswerBody answer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/answers/" + answer.id() + "/recheck"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return read(http.send(request, HttpResponse.BodyHandlers.ofByteArray()), RecheckBody.class);
    }
}
