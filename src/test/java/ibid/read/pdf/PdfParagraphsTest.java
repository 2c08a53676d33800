package ibid.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.read.TestArticles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the paragraphs and headings of a PDF begin and end. */
class PdfParagraphsTest {

    private static final List<String> LENS = List.of(
            "The lens of the old lamp goes to the museum in Tarn, which",
            "has kept a room free for it since the spring of last year.",
            "It weighs as much as a cart with two horses, and nobody has",
            "lifted it since it was brought to the island by a ship.");

    @Test
    void aBoldLineDirectlyOverTheTextIsAHeading() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            pages.line(20, "How lamps are read");
            for (String heading : List.of("Output Head", "Model Output")) {
                pages.skip(12).boldLine(11, heading);
                for (String line : LENS) {
                    pages.line(11, line);
                }
            }
            Article article = TestArticles.read("a.pdf", pages.bytes());
            assertThat(article.blocks().stream()
                            .filter(block -> block.kind() == Block.Kind.HEADING)
                            .map(block -> article.text().slice(block.span())))
                    .containsExactly("Output Head", "Model Output");
            assertThat(article.heldBack()).isEmpty();
        }
    }

    @Test
    void aLineOfAPageThatWasScannedAskewStaysWhole() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            for (int i = 0; i < LENS.size(); i++) {
                pages.turned(60, 700 - 15 * i, 11, 0.6, LENS.get(i));
            }
            assertThat(TestArticles.read("a.pdf", pages.bytes()).text().value())
                    .isEqualToNormalizingWhitespace(String.join(" ", LENS));
        }
    }
}
