package ibid.read.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.read.bytes.FileBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class ArticlePicturesTest {

    private static final String WORDS = "The harbour was dredged again in March, for the third time.";

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, random.nextInt(height), random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String data(byte[] bytes) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static List<ArticlePicture> in(String name, byte[] content) {
        return ArticlePictures.in(new FileBytes(name, content), path -> Optional.empty());
    }

    private static List<ArticlePicture> inPage(String body) {
        String page = "<html><body>" + body + "</body></html>";
        return in("story.html", page.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPageHasThePicturesWithinItWithAltCaptionAndTheWordsBefore() throws IOException {
        List<ArticlePicture> pictures = inPage("<p>" + WORDS + "</p><figure><img alt='A dredger' src='"
                + data(png(300, 200)) + "'><figcaption>The  dredger Havel</figcaption></figure>");

        assertThat(pictures).singleElement().satisfies(picture -> {
            assertThat(picture.type()).isEqualTo(ibid.read.picture.PictureType.PNG);
            assertThat(picture.alt()).isEqualTo("A dredger");
            assertThat(picture.caption()).isEqualTo("The dredger Havel");
            assertThat(picture.before()).endsWith(WORDS);
        });
    }

    @Test
    void ornamentsDocumentsAndWhatIsElsewhereAreNone() throws IOException {
        List<String> asked = new ArrayList<>();
        String svg = data("<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>"
                .repeat(9)
                .getBytes(StandardCharsets.UTF_8));
        String page = "<header><img src='" + data(png(300, 200)) + "'></header><img src='" + data(png(300, 20))
                + "'><img src='" + svg + "'><img src='https://example.org/a.png'><img src='//example.org/a.png'>"
                + "<img src='/etc/a.png'><img src='file:///etc/a.png'><img src='pictures/a%20b.png?v=1'>"
                + "<img src='%zz'>";
        List<ArticlePicture> pictures =
                ArticlePictures.in(new FileBytes("a.html", page.getBytes(StandardCharsets.UTF_8)), path -> {
                    asked.add(path);
                    return Optional.empty();
                });

        assertThat(pictures).isEmpty();
        assertThat(asked).containsExactly("pictures/a b.png");
    }

    @Test
    void aBookHasThePicturesOfItsChapters() throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(book)) {
            zip.putNextEntry(new ZipEntry("text/one.xhtml"));
            zip.write(("<html><body><p>" + WORDS + "</p><img src='../images/map.png' alt='A map'/></body></html>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("images/map.png"));
            zip.write(png(200, 200));
        }

        assertThat(in("book.epub", book.toByteArray()))
                .singleElement()
                .extracting(ArticlePicture::alt)
                .isEqualTo("A map");
    }

    @Test
    void aWordFileHasThoseOfItsParagraphs() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText(WORDS);
            word.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png(200, 200)),
                            PictureType.PNG,
                            "chart.png",
                            Units.toEMU(100),
                            Units.toEMU(100));
            XWPFParagraph caption = word.createParagraph();
            caption.setStyle("Caption");
            caption.createRun().setText("Depth of water");
            word.write(file);
        }

        assertThat(in("report.docx", file.toByteArray())).singleElement().satisfies(picture -> {
            assertThat(picture.caption()).isEqualTo("Depth of water");
            assertThat(picture.before()).endsWith(WORDS);
        });
    }

    @Test
    void aBrokenFileHasNone() {
        assertThat(in("report.docx", new byte[] {1, 2, 3})).isEmpty();
        assertThat(in("notes.txt", WORDS.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aPictureBelongsBeforeItsCaptionElseBehindTheWordsBeforeIt() throws IOException {
        String text = "😀 A title\n\n" + WORDS + "\n\nDepth of\nwater\n\nThe end.";
        PicturePlaces places = new PicturePlaces(text);
        int captionAt = text.codePointCount(0, text.indexOf("Depth"));
        int wordsEnd = text.codePointCount(0, text.indexOf(WORDS) + WORDS.length());

        assertThat(places.of(picture("Depth of water", ""))).hasValue(captionAt);
        assertThat(places.of(picture("Another", "An advertisement. " + WORDS))).hasValue(wordsEnd);
        assertThat(places.of(picture("", "Words that are nowhere in it."))).isEmpty();
    }

    private static ArticlePicture picture(String caption, String before) throws IOException {
        return new ArticlePicture(ibid.read.picture.PictureType.PNG, png(100, 100), "", caption, before);
    }
}
