package ibid.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Note;
import ibid.read.TestArticles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** PDFs made here and read again. */
public class PdfFormatTest {

    private static Article article(String name, byte[] bytes) {
        return TestArticles.read(name, bytes);
    }

    public static byte[] pdf(List<List<String>> pages, boolean locked) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("The ferry that never sailed");
            for (List<String> lines : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.newLineAtOffset(60, 720);
                    for (String line : lines) {
                        content.newLineAtOffset(0, line.isEmpty() ? -28 : -14);
                        content.showText(line);
                    }
                    content.endText();
                }
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aPdfIsReadAcrossLinesAndPagesWithoutItsRunningHeads() throws IOException {
        byte[] bytes = pdf(
                List.of(
                        List.of(
                                "Harbour Gazette 3 March 2025",
                                "",
                                "The ferry Aurelia was sold to Bergen for two million crowns, the har-",
                                "bour master Anna Berg announced on Monday in the old town hall.",
                                "",
                                "She had waited nine years for a buyer, and the town had waited",
                                "with her through two elections and",
                                "",
                                "1"),
                        List.of(
                                "Harbour Gazette 3 March 2025",
                                "",
                                "a strike of the dockers that nobody had expected to last.",
                                "",
                                "The insurers refused the engines because nobody had tested them at sea.",
                                "",
                                "2"),
                        List.of(
                                "Harbour Gazette 3 March 2025",
                                "",
                                "The buyer is a company of Bergen that runs nine ferries already.",
                                "",
                                "3")),
                false);
        Article article = article("ferry.pdf", bytes);
        assertThat(article.imprint().title()).isEqualTo("The ferry that never sailed");
        assertThat(article.text().value())
                .contains("the harbour master Anna Berg announced")
                .contains("two elections and a strike of the dockers")
                .doesNotContain("Harbour Gazette 3 March");
        assertThat(article.removed()).anyMatch(line -> line.contains("Harbour Gazette 3 March 2025"));
        assertThat(article.sentences().stream().map(article.text()::slice))
                .contains("The insurers refused the engines because nobody had tested them at sea.");
        assertThat(article.blocks())
                .extracting(Block::place)
                .startsWith("page 1")
                .endsWith("page 3")
                .contains("page 2");
        assertThat(article.annotations().metadata().provenance()).containsEntry("title", "document properties");
    }

    @Test
    void aLockedPdfSaysSo() throws IOException {
        assertThat(TestArticles.reason("locked.pdf", pdf(List.of(List.of("Secret.")), true)))
                .isEqualTo("it is encrypted; save it without a password");
    }

    @Test
    void aPdfOfPicturesSaysSo() throws IOException {
        assertThat(TestArticles.reason("scan.pdf", pdf(List.of(List.of()), false)))
                .contains("no text");
    }

    /** Lines of a page set by hand: size, words; a raised figure follows the line before it. */
    private static byte[] setPdf(String title, List<List<Object[]>> pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title);
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (List<Object[]> lines : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    float x = 60, y = 740;
                    for (Object[] line : lines) {
                        float size = ((Number) line[0]).floatValue();
                        boolean raised = size < 0;
                        if (!raised) {
                            x = 60;
                            y -= 1.3f * size;
                        }
                        content.beginText();
                        content.setFont(font, Math.abs(size));
                        content.newLineAtOffset(x, raised ? y + 4 : y);
                        content.showText((String) line[1]);
                        content.endText();
                        x += font.getStringWidth((String) line[1]) / 1000 * Math.abs(size);
                    }
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void footnotesAreTakenAndTheSentenceContinuesAfterThem() throws IOException {
        Article article = article(
                "gates.pdf",
                setPdf(
                        "Microsoft Word - draft_v3.docx",
                        List.of(
                                List.of(
                                        new Object[] {22, "Gates of the hills"},
                                        new Object[] {11, "Vera Holm, 12 September 2024"},
                                        new Object[] {14, "The first gate"},
                                        new Object[] {
                                            11,
                                            "The gate of Valdora was opened to lorries in the year after the long war."
                                        },
                                        new Object[] {-7, "1"},
                                        new Object[] {
                                            11,
                                            "Its cost was seventeen crowns, as the "
                                                    + "ministry of works told the two chambers,"
                                                    + " and the"
                                        },
                                        new Object[] {
                                            8,
                                            "1 Toll books of the hills, volume 7, https://toll.ex"
                                                    + "ample/1 (accessed 1 May 2024)."
                                        }),
                                List.of(
                                        new Object[] {
                                            11,
                                            "Prime Minister of the day had promised "
                                                    + "that it would be a good deal less than "
                                                    + "that."
                                        },
                                        new Object[] {11, "The area is twelve km"},
                                        new Object[] {-7, "2"},
                                        new Object[] {
                                            11,
                                            "and the road is nine miles long, which "
                                                    + "nobody had measured before the state-of-the-"
                                        },
                                        new Object[] {11, "art survey."}))));
        assertThat(article.imprint())
                .satisfies(imprint -> assertThat(imprint.title()).isEqualTo("Gates of the hills"))
                .satisfies(imprint -> assertThat(imprint.author()).isEqualTo("Vera Holm"))
                .satisfies(imprint -> assertThat(imprint.published()).isEqualTo("2024-09-12"));
        assertThat(article.blocks().getFirst().kind()).isEqualTo(Block.Kind.HEADING);
        assertThat(article.text().value())
                .startsWith("The first gate")
                .contains("and the Prime Minister of the day", "twelve km²", "state-of-the-art survey")
                .doesNotContain("Toll books");
        assertThat(article.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.citation())
                        .isEqualTo(new Note.Cited("Toll books of the hills", "", "2024-05-01")));
        assertThat(article.sentences().stream()
                        .filter(sentence -> !article.notesIn(sentence).isEmpty())
                        .map(article.text()::slice))
                .containsExactly("The gate of Valdora was opened to lorries in the year after the long war.");
    }
}
