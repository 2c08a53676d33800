package ibid.read.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Note;
import ibid.read.TestArticles;
import ibid.read.bytes.FileBytes;
import ibid.read.pdf.PdfFormatTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed files, made here and read again; PDFs in {@link PdfFormatTest}. */
class PackedFilesTest {

    private static final String CHAPTER = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1><p>The ferry "
            + "Aurelia was sold to Bergen for two million crowns in the third month of "
            + "the year.<a href=\"#n1\">1</a> Anna Berg, the harbour master, announced "
            + "it on Monday and was relieved.</p>"
            + "<p>She had waited nine years for a buyer, and the town had waited "
            + "with her through two elections and a strike.</p><p id=\"n1\">1. "
            + "Harbour office, statement of %1$s, in full.</p></body></html>";

    private static Article article(String name, byte[] bytes) {
        return TestArticles.read(name, bytes);
    }

    private static byte[] word() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle("The ferry that never sailed");
            document.getProperties().getCoreProperties().setCreator("A. Writer");
            XWPFFootnote footnote = document.createFootnote();
            footnote.createParagraph().createRun().setText("Harbour office, statement, 3 March 2025.");
            XWPFParagraph first = document.createParagraph();
            first.createRun().setText("The ferry Aurelia was sold to Bergen for two million crowns.");
            first.addFootnoteReference(footnote);
            first.createRun().setText(" Anna Berg announced it.");
            XWPFParagraph heading = document.createParagraph();
            heading.setStyle("Heading1");
            heading.createRun().setText("Why she stayed");
            XWPFParagraph item = document.createParagraph();
            item.setNumID(BigInteger.ONE);
            item.createRun().setText("The insurers refused the engines.");
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Price");
            table.getRow(0).getCell(1).setText("two million");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aWordFileIsReadWithItsStylesItsTablesAndItsFootnotes() throws IOException {
        Article article = article("ferry.docx", word());
        assertThat(article.imprint().title()).isEqualTo("The ferry that never sailed");
        assertThat(article.imprint().author()).isEqualTo("A. Writer");
        assertThat(article.text().value())
                .contains("two million crowns. Anna Berg announced it.")
                .contains("Price | two million");
        assertThat(article.blocks()).extracting(Block::kind).contains(Block.Kind.HEADING, Block.Kind.ITEM);
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Harbour office, statement, 3 March 2025.");
            assertThat(note.anchors()).hasSize(1);
        });
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return bytes.toByteArray();
        }
    }

    private static byte[] epub() throws IOException {
        return zip(Map.of(
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>",
                "OEBPS/book.opf",
                "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Ferri"
                        + "es</dc:title><dc:creator>A. Writer</dc:creator><dc:publisher>Harbour "
                        + "Press</dc:publisher><dc:date>2025-03-03T00:00:00Z</dc:date><dc:language>en</dc:l"
                        + "anguage></metadata>"
                        + "<manifest><item id=\"b\" href=\"two%20b.xhtml\" media-type=\"application"
                        + "/xhtml+xml\"/><item id=\"a\" href=\"one.xhtml\" media-type=\"application"
                        + "/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref "
                        + "idref=\"b\"/></spine></package>",
                "OEBPS/one.xhtml",
                CHAPTER.formatted("One"),
                "OEBPS/two b.xhtml",
                CHAPTER.formatted("Two")));
    }

    @Test
    void anEpubIsReadInTheOrderOfItsSpineAndKeepsEachChaptersNotes() throws IOException {
        Article article = article("ferries.epub", epub());
        assertThat(article.imprint()).satisfies(imprint -> {
            assertThat(imprint.title()).isEqualTo("Ferries");
            assertThat(imprint.publisher()).isEqualTo("Harbour Press");
            assertThat(imprint.published()).isEqualTo("2025-03-03");
        });
        assertThat(article.text().value().indexOf("One"))
                .isLessThan(article.text().value().indexOf("Two"));
        assertThat(article.notes()).extracting(Note::label).containsExactly("1", "1b");
        assertThat(article.notes())
                .allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
    }

    @Test
    void notesInAFileOfTheirOwnAreTiedToTheirChapter() throws IOException {
        String page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>%s</body></html>";
        Article article = article(
                "notes.epub",
                zip(Map.of(
                        "META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
                        "b.opf",
                        "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:tit"
                                + "le>Ferries</dc:title><dc:creator>A. Writer</dc:creator><dc:creator>B. "
                                + "Writer</dc:creator></metadata><manifest><item id=\"a\" href=\"ch001.xhtm"
                                + "l\" media-type=\"application/xhtml+xml\"/>"
                                + "<item id=\"n\" href=\"notes.xhtml\" media-type=\"application/xht"
                                + "ml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref "
                                + "idref=\"n\"/></spine></package>",
                        "ch001.xhtml",
                        page.formatted("<p>The ferry Aurelia was sold to Bergen on Monday.<a "
                                + "id='r1' href='notes.xhtml#n1'>1</a></p><aside><p>A "
                                + "box on tolls.</p></aside>"),
                        "notes.xhtml",
                        page.formatted("<p id='n1'><a href='ch001.xhtml#r1'>1</a>. Harbour office, statement.</p>"))));
        assertThat(article.text().value())
                .isEqualTo("The ferry Aurelia was sold to Bergen on Monday.\n\nA box on tolls.");
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Harbour office, statement.");
            assertThat(note.anchors()).hasSize(1);
        });
        assertThat(article.imprint().author()).isEqualTo("A. Writer, B. Writer");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = zip(Map.of("META-INF/container.xml", " ".repeat(60 << 20)));
        assertThatThrownBy(() -> new EpubFormat().read(new FileBytes("a.epub", bomb)))
                .isInstanceOf(IbidException.class)
                .hasMessage("it unpacks to more than 50 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx", "a.epub"})
    void whatIsNoneOfThemIsSkippedWithAReason(String name) throws IOException {
        for (String content : List.of("", "not what its name says", "%PDF-1.7 broken", "PK\u0003\u0004 broken")) {
            assertThat(TestArticles.reason(name, content.getBytes(StandardCharsets.UTF_8)))
                    .isNotBlank();
        }
    }

    /** Bytes exchanged at random: an article or a reason, never anything else. */
    @Test
    void damagedFilesAreRejected() throws IOException {
        Random random = new Random(7);
        for (Map.Entry<String, byte[]> file : Map.of(
                        "a.pdf",
                        PdfFormatTest.pdf(List.of(List.of("The ferry Aurelia was sold to Bergen.")), false),
                        "a.docx",
                        word(),
                        "a.epub",
                        epub())
                .entrySet()) {
            for (int i = 0; i < 40; i++) {
                byte[] damaged = file.getValue().clone();
                for (int j = 0; j < 1 + i; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(TestArticles.result(file.getKey(), damaged)).isNotNull();
            }
        }
    }
}
