package ibid.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Articles with what the starter articles do not have: a table, a picture with a caption, figures that differ. */
final class PageArticles {

    static final String TABLE = """
            ---
            title: The ferries of the sound
            publisher: Island News
            published: 2025-03-04
            ---
            The sound has three ferries, and each is older than the last.

            | Ferry | Built | Cars |
            |---|---|---|
            | Aurelia | 1961 | 40 |
            | Borea | 1974 | 85 |
            """;

    private PageArticles() {}

    /** A web page with a picture in it, and its caption. */
    static String picture() throws IOException {
        BufferedImage tower = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < tower.getWidth(); x++) {
            for (int y = 0; y < tower.getHeight(); y++) {
                tower.setRGB(x, y, Math.abs(x - 160) < 20 + y / 8 && y > 30 ? 0xC8B89A : 0x6E8CA0 + 256 * (y / 8));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(tower, "png", png);
        String data = Base64.getEncoder().encodeToString(png.toByteArray());
        return """
                <html lang="en"><head><title>The lighthouse of Elm Point</title></head><body><article>
                <h1>The lighthouse of Elm Point</h1>
                <p>The lighthouse of Elm Point has forty lamps, and each is trimmed by hand every evening.</p>
                <figure><img src="data:image/png;base64,%s" alt="A tower above the sea">
                <figcaption>The tower, painted in the year of the great storm.</figcaption></figure>
                <p>Nobody on the island remembers who lit the first of the lamps, or for which of the ships.</p>
                </article></body></html>
                """.formatted(data);
    }

    static String berths(String publisher, String published, String figure) {
        return """
                ---
                title: The new harbour of Elmport
                publisher: %s
                published: %s
                ---
                The new harbour of Elmport has %s berths. It was opened by the mayor on Monday.
                """.formatted(publisher, published, figure);
    }
}
