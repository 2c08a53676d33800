package ibid.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages drawn in a process of their own. */
class PagePictureTest {

    private static final int MAX_PIXELS = 4_100_000; // of a picture, with what rounding adds

    @TempDir
    private Path folder;

    private PagePicture patient() {
        return new PagePicture(folder, Duration.ofMinutes(5)); // the machine may be busy
    }

    private static byte[] page(float width, float height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(width, height)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aPageOfAnySizeGivesAPictureOfBoundedSize() throws IOException {
        for (float[] size : new float[][] {{595, 842}, {100, 14_000}, {14_000, 14_000}}) {
            byte[] png = patient().of(page(size[0], size[1]), 1).orElseThrow();
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            assertThat((long) picture.getWidth() * picture.getHeight()).isBetween(1L, (long) MAX_PIXELS);
            assertThat(picture.getWidth()).isLessThanOrEqualTo(1_001);
        }
    }

    @Test
    void aFileThatIsNotReadableIsSaidToBe() {
        byte[] damaged = "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> patient().of(damaged, 1))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("cannot be drawn");
    }

    @Test
    void whatTakesTooLongIsEnded() throws IOException {
        byte[] paper = page(595, 842);
        PagePicture hurried = new PagePicture(folder, Duration.ofMillis(1)); // shorter than a process takes to start
        assertThatThrownBy(() -> hurried.of(paper, 1)).hasMessageContaining("it took longer");
    }
}
