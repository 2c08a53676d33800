package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.library.CorpusFolder;
import ibid.read.ArticleReader.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {

    @TempDir
    private Path folder;

    private Reading read(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        CorpusFile file = new CorpusFolder(folder)
                .files().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new ArticleReader().read(file);
    }

    private Article article(String name, byte[] bytes) throws IOException {
        return ((Reading.Read) read(name, bytes)).article();
    }

    private String skipped(String name, String text) throws IOException {
        return ((Reading.Skipped) read(name, text.getBytes(StandardCharsets.UTF_8))).reason();
    }

    @Test
    void readsOlderEncodings() throws IOException {
        String words = "Der Bürgermeister sagte “nein” – und blieb dabei.";
        assertThat(article("a.txt", words.getBytes(Charset.forName("windows-1252")))
                        .text()
                        .value())
                .isEqualTo(words);
        assertThat(article("b.txt", words.getBytes(StandardCharsets.UTF_16))
                        .text()
                        .value())
                .isEqualTo(words);
        assertThat(article("c.txt", ("\uFEFF" + words).getBytes(StandardCharsets.UTF_8))
                        .text()
                        .value())
                .isEqualTo(words);
    }

    @Test
    void characterFormsThatLookAlikeBecomeOne() throws IOException {
        assertThat(article(
                                "a.txt",
                                "Cafe\u0301 au lait\u00A0costs\u200B 3\u00ADx as much."
                                        .getBytes(StandardCharsets.UTF_8))
                        .text()
                        .value())
                .isEqualTo("Café au lait costs 3x as much.");
    }

    @Test
    void theSameBytesGiveTheSameArticle() throws IOException {
        byte[] bytes = "One sentence here. Another there.".getBytes(StandardCharsets.UTF_8);
        assertThat(article("a.txt", bytes)).isEqualTo(article("a.txt", bytes));
        assertThat(article("a.txt", bytes).hash()).hasSize(64);
    }

    @Test
    void saysWhyAFileIsNoArticle() throws IOException {
        assertThat(skipped("paper.odt", "PK")).contains("format not read").contains(".md");
        assertThat(skipped("SOURCES.md", "x")).contains("about the collection");
        assertThat(skipped("empty.txt", "  \n ")).isEqualTo("no running text found");
    }

    @Test
    void aPageIsReadAsOneWhateverItsName() throws IOException {
        String page =
                "<!DOCTYPE html><html><head><title>The gate</title></head><body><nav>Home</nav><article><p>The gate was opened on Monday, the mayor said, and nobody came.</p></article></body></html>";
        for (String name : new String[] {"a.html", "a.md", "a.txt"}) {
            assertThat(article(name, page.getBytes(StandardCharsets.UTF_8))
                            .text()
                            .value())
                    .isEqualTo("The gate was opened on Monday, the mayor said, and nobody came.");
        }
    }

    @Test
    void picturesWithinAPageDoNotMakeItTooLarge() throws IOException {
        String page =
                "<html><body><p>The gate was opened on Monday, the mayor said, and nobody came.</p><img src=\"data:image/png;base64,"
                        + "QUJD".repeat(2_000_000) + "\"></body></html>";
        assertThat(article("a.html", page.getBytes(StandardCharsets.UTF_8))
                        .text()
                        .value())
                .startsWith("The gate was opened");
    }

    @Test
    void anIdComesFromThePathAndIsSafeInAUrl() {
        assertThat(ArticleId.ofFile("asia/Quad Summit (2024).md").value()).isEqualTo("asia-quad-summit-2024");
        assertThat(ArticleId.ofFile("story.html").value()).isEqualTo("story-html");
        assertThat(ArticleId.ofFile("北京.md").value()).isEqualTo("北京");
        assertThat(ArticleId.ofFile("….md").value()).matches("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");
        assertThat(ArticleId.ofFile("x".repeat(300) + ".md").value()).hasSizeLessThan(100);
    }
}
