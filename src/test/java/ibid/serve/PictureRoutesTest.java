package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.Json;
import ibid.api.collection.PicturesBody;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in articles' files over HTTP. */
class PictureRoutesTest {

    @TempDir
    private Path folder;

    private static byte[] png() throws Exception {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            image.setRGB(x, x % 90, x * 5000);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static PicturesBody pictures(Running server, String article) {
        HttpResponse<String> response = server.get("/api/v1/articles/" + article + "/pictures");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.readLenient(response.body(), PicturesBody.class, "the response");
    }

    @Test
    void aPictureBesideAPageIsSentAsItIsAndNothingOutsideTheFolder() throws Exception {
        try (Running server = Running.over(folder)) {
            Path articles = server.collection().articles();
            Files.createDirectories(articles.resolve("tram_files"));
            Files.write(articles.resolve("tram_files/tram.png"), png());
            Files.write(articles.resolveSibling("outside.png"), png());
            Files.createSymbolicLink(articles.resolve("tram_files/link.png"), articles.resolveSibling("outside.png"));
            Files.writeString(articles.resolve("tram.html"), """
                    <html><head><title>The last tram</title></head><body><article><h1>The last tram</h1>
                    <p>The town of Visby sold its last tram to a museum in Malmö on Monday morning, said the mayor.</p>
                    <img src="tram_files/tram.png" alt="The tram"><img src="../outside.png">
                    <img src="tram_files/link.png">
                    <p>The museum paid ninety thousand crowns and will paint it blue and white again.</p>
                    </article></body></html>""");
            server.collection().update();

            assertThat(pictures(server, "tram-html").pictures()).singleElement().satisfies(picture -> {
                assertThat(picture.alt()).isEqualTo("The tram");
                assertThat(picture.at()).isNotNull();
            });
            assertThat(server.bytes("/api/v1/articles/tram-html/pictures/1")).isEqualTo(png());
            HttpResponse<String> sent = server.get("/api/v1/articles/tram-html/pictures/1");
            assertThat(sent.headers().firstValue("Content-Type")).hasValue("image/png");
            assertThat(sent.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(sent.headers().firstValue("Content-Security-Policy")).isPresent();
            for (String number : new String[] {"0", "2", "one", "99999999999"}) {
                assertThat(server.get("/api/v1/articles/tram-html/pictures/" + number)
                                .statusCode())
                        .isEqualTo(404);
            }

            Files.delete(articles.resolve("tram.html"));
            assertThat(server.get("/api/v1/articles/tram-html/pictures/1").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anArticleOfAnotherFormHasNone() {
        try (Running server = Running.over(folder)) {
            assertThat(pictures(server, "ferry").pictures()).isEmpty();
            assertThat(server.get("/api/v1/articles/none/pictures").statusCode())
                    .isEqualTo(404);
        }
    }
}
