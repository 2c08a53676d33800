package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.LineHashes;
import ibid.read.manuscript.Manuscript;
import ibid.read.text.MarkdownFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {

    private static Article article(String name, byte[] bytes) {
        return TestArticles.read(name, bytes);
    }

    private static String skipped(String name, String text) {
        return TestArticles.reason(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsOlderEncodings() {
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
    void characterFormsThatLookAlikeBecomeOne() {
        assertThat(article(
                                "a.txt",
                                "Cafe\u0301 au lait\u00A0costs\u200B 3\u00ADx as much."
                                        .getBytes(StandardCharsets.UTF_8))
                        .text()
                        .value())
                .isEqualTo("Café au lait costs 3x as much.");
    }

    @Test
    void theSameBytesGiveTheSameArticle() {
        byte[] bytes = "One sentence here. Another there.".getBytes(StandardCharsets.UTF_8);
        assertThat(article("a.txt", bytes)).isEqualTo(article("a.txt", bytes));
        assertThat(article("a.txt", bytes).hash()).hasSize(64);
    }

    @Test
    void saysWhyAFileIsNotAnArticle() {
        assertThat(skipped("paper.pages", "PK")).contains("format not read").contains(".md");
        assertThat(skipped("SOURCES.md", "x")).contains("about the collection");
        assertThat(skipped("empty.txt", "  \n ")).isEqualTo("no running text found");
    }

    @Test
    void aTextThatListsArticlesSaysWhatToDoWithIt() {
        String record = "{\"title\": \"Ferry sold\", \"text\": \"The ferry was sold on Monday, the mayor said.\"}\n";
        assertThat(skipped("a.txt", record + record)).contains("name it .json");
        assertThat(skipped("a.md", "[" + record + "]")).contains("name it .json");
        String feed = "<?xml version='1.0'?>\n<!-- made today -->\n<rss version='2.0'><channel/></rss>";
        assertThat(skipped("a.rss", feed)).contains("a feed without entries");
        assertThat(skipped("a.html", feed)).contains("it is a feed");
        assertThat(skipped("a.opml", "<opml/>")).contains("list of addresses");
        String addresses = "https://gazette.example/1\n\n- <https://gazette.example/2>\n";
        assertThat(skipped("a.txt", addresses)).contains("not fetched", "save the page of each");
        assertThat(article("a.md", (addresses + "\nThe mayor said so.").getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @Test
    void frontMatterInBracesAndAnOpeningBraceAreText() {
        for (String text : List.of("{\"title\": \"A\"}\n\nThe mayor said so.", "{Orve} The mayor said so {twice}")) {
            assertThat(article("a.md", text.getBytes(StandardCharsets.UTF_8))
                            .text()
                            .value())
                    .contains("The mayor said so");
        }
    }

    @Test
    void htmlIsRecognisedWhateverTheFileName() {
        String page = "<!DOCTYPE html><html><head><title>The gate</title></head><body><nav>Home</nav><a"
                + "rticle><p>The gate was opened on Monday, the mayor said, and nobody "
                + "came.</p></article></body></html>";
        for (String name : new String[] {"a.html", "a.md", "a.txt"}) {
            assertThat(article(name, page.getBytes(StandardCharsets.UTF_8))
                            .text()
                            .value())
                    .isEqualTo("The gate was opened on Monday, the mayor said, and nobody came.");
        }
    }

    @Test
    void picturesWithinAPageDoNotMakeItTooLarge() {
        String page = "<html><body><p>The gate was opened on Monday, the mayor said, and "
                + "nobody came.</p><img src=\"data:image/png;base64,"
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

    /** Counts the files it reads and delegates to Markdown. */
    private static final class CountingFormat implements ArticleFormat {

        private final ArticleFormat markdown = new MarkdownFormat();
        private int reads;

        @Override
        public Set<String> extensions() {
            return markdown.extensions();
        }

        @Override
        public int maxBytes() {
            return markdown.maxBytes();
        }

        @Override
        public boolean recognises(FileBytes file) {
            return markdown.recognises(file);
        }

        @Override
        public Manuscript read(FileBytes file) {
            reads++;
            return markdown.read(file);
        }
    }

    @Test
    void aFileIsParsedOnceAndSetAgainWithoutTheLinesThatRecur() {
        CountingFormat format = new CountingFormat();
        ArticleReader reader = new ArticleReader(List.of(format));
        String invitation = "Send us your letters by noon on Friday.";
        byte[] file =
                ("The gate was opened on Monday, the mayor said.\n\n" + invitation).getBytes(StandardCharsets.UTF_8);
        ParsedFile parsed = reader.parse("a.md", file).toOptional().orElseThrow();
        Article whole = reader.typeset(parsed, Set.of()).toOptional().orElseThrow();
        Set<Long> recurring = Set.of(LineHashes.ofLine(invitation).orElseThrow());
        Article shortened = reader.typeset(parsed, recurring).toOptional().orElseThrow();
        assertThat(whole.text().value()).endsWith(invitation);
        assertThat(shortened.text().value()).isEqualTo("The gate was opened on Monday, the mayor said.");
        assertThat(shortened.removed()).containsExactly(invitation);
        assertThat(reader.typeset(parsed, Set.of()).toOptional()).contains(whole);
        assertThat(format.reads).isEqualTo(1);
    }
}
