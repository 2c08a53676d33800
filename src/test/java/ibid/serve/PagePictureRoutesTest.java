package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.read.pdf.PdfPages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of PDF files as pictures over HTTP. */
class PagePictureRoutesTest {

    private static final int MAX_TRIES = 6;
    private static final List<String> PROSE = List.of(
            "The town of Visby sold its last tram to a museum in Malmö on Monday.",
            "The mayor, Karin Holm, said that nobody had driven it since the summer of 1987.",
            "The museum paid ninety thousand crowns and will paint it blue and white again.");

    @TempDir
    private Path folder;

    private static byte[] paper() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (int page = 0; page < 2; page++) {
                pages.begin();
                for (String line : PROSE) {
                    pages.line(12, line);
                }
            }
            return pages.bytes();
        }
    }

    @Test
    void aFootnoteSaysOnWhichPageItsWordsArePrinted() throws IOException {
        try (Running server = Running.over(folder);
                PdfPages pages = new PdfPages()) {
            pages.begin();
            PROSE.forEach(line -> write(pages, line));
            pages.begin();
            write(pages, "The driver of the last tram, Nils Ek, wept when it was lifted onto the ship.");
            write(pages, "He had kept its bell in his garden for thirty years and gave it to the museum.");
            server.collection().with("tram.pdf", pages.bytes()).update();
            AnswerBody answer = server.ask("Who wept when the last tram was lifted onto the ship?");
            assertThat(answer.footnotes()).extracting(FootnoteBody::place).containsOnly("page 2");
            String path = "/api/v1/answers/" + answer.id() + "/export?format=md";
            assertThat(server.get(path).body()).contains(", page 2");
            AnswerBody other = server.ask("How much was the ferry Aurelia sold for?");
            assertThat(other.footnotes())
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(note.place()).startsWith("line "));
            path = "/api/v1/answers/" + other.id() + "/export?format=md";
            assertThat(server.get(path).body()).doesNotContain(", line ");
        }
    }

    private static void write(PdfPages pages, String line) {
        try {
            pages.line(12, line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpResponse<byte[]> get(Running server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/articles/" + path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** On a busy machine a page may not be drawn in time, which is said and not kept. */
    private static HttpResponse<byte[]> drawn(Running server, String path) throws Exception {
        HttpResponse<byte[]> response = get(server, path);
        for (int tries = 1; tries < MAX_TRIES && isLate(response); tries++) {
            response = get(server, path);
        }
        return response;
    }

    private static boolean isLate(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return response.statusCode() == 503 || response.statusCode() == 404 && body.contains("it took longer");
    }

    private static boolean hasInk(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xff) < 64) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }

    @Test
    void aPageIsDrawnOnceAndThenSentFromTheDisk() throws Exception {
        try (Running server = Running.over(folder)) {
            Files.write(server.collection().articles().resolve("tram.pdf"), paper());
            server.collection().update();
            HttpResponse<byte[]> page = drawn(server, "tram-pdf/pages/2.png");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("image/png");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page.body()));
            assertThat(picture.getWidth()).isBetween(990, 1000);
            assertThat(hasInk(picture)).isTrue();

            assertThat(kept()).hasSize(1);
            Files.write(kept().getFirst(), new byte[] {1, 2, 3});
            assertThat(get(server, "tram-pdf/pages/2.png").body()).containsExactly(1, 2, 3);
            String tag = page.headers().firstValue("ETag").orElseThrow();
            assertThat(get(server, "tram-pdf/pages/2.png", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);

            Files.delete(server.collection().articles().resolve("tram.pdf"));
            assertThat(get(server, "tram-pdf/pages/2.png").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoPageOfAPdfIsNotFound() throws Exception {
        try (Running server = Running.over(folder)) {
            Files.write(server.collection().articles().resolve("tram.pdf"), paper());
            server.collection().update();
            for (String path : List.of(
                    "tram-pdf/pages/3.png",
                    "tram-pdf/pages/0.png",
                    "tram-pdf/pages/-1.png",
                    "tram-pdf/pages/one.png",
                    "tram-pdf/pages/99999999999.png",
                    "ferry/pages/1.png",
                    "none/pages/1.png")) {
                HttpResponse<byte[]> response = drawn(server, path);
                assertThat(response.statusCode()).as(path).isEqualTo(404);
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            }
            assertThat(kept()).isEmpty();
        }
    }
}
