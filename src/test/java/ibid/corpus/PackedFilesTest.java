package ibid.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF, Word and EPUB, made here and read again. */
class PackedFilesTest {

    private static final String CHAPTER = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1><p>The ferry Aurelia was sold to Bergen for two million crowns in the third month of the year.<a href=\"#n1\">1</a> Anna Berg, the harbour master, announced it on Monday and was relieved.</p>"
            + "<p>She had waited nine years for a buyer, and the town had waited with her through two elections and a strike.</p><p id=\"n1\">1. Harbour office, statement of %1$s, in full.</p></body></html>";

    @TempDir
    private Path folder;

    private ArticleReader.Reading read(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return new ArticleReader().read(new CorpusFolder(folder).files().stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow());
    }

    private Article article(String name, byte[] bytes) throws IOException {
        ArticleReader.Reading reading = read(name, bytes);
        assertThat(reading).isInstanceOf(ArticleReader.Reading.Read.class);
        return ((ArticleReader.Reading.Read) reading).article();
    }

    private static byte[] pdf(List<List<String>> pages, boolean locked) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
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
            if (locked) document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aPdfIsReadAcrossLinesAndPagesWithoutItsRunningHeads() throws IOException {
        byte[] bytes = pdf(List.of(
                List.of("Harbour Gazette 3 March 2025", "", "The ferry Aurelia was sold to Bergen for two million crowns, the har-", "bour master Anna Berg announced on Monday in the old town hall.", "", "She had waited nine years for a buyer, and the town had waited", "with her through two elections and", "", "1"),
                List.of("Harbour Gazette 3 March 2025", "", "a strike of the dockers that nobody had expected to last.", "", "The insurers refused the engines because nobody had tested them at sea.", "", "2"),
                List.of("Harbour Gazette 3 March 2025", "", "The buyer is a company of Bergen that runs nine ferries already.", "", "3")), false);
        Article article = article("ferry.pdf", bytes);
        assertThat(article.imprint().title()).isEqualTo("The ferry that never sailed");
        assertThat(article.text().value()).contains("the harbour master Anna Berg announced").contains("two elections and a strike of the dockers").doesNotContain("Harbour Gazette 3 March");
        assertThat(article.removed()).anyMatch(line -> line.contains("Harbour Gazette 3 March 2025"));
        assertThat(article.sentences().stream().map(article.text()::slice)).contains("The insurers refused the engines because nobody had tested them at sea.");
        assertThat(article.blocks()).extracting(Block::place).startsWith("page 1").endsWith("page 3").contains("page 2");
        assertThat(article.apparatus().colophon().from()).containsEntry("title", "document properties");
    }

    @Test
    void aLockedPdfSaysSo() throws IOException {
        assertThat(read("locked.pdf", pdf(List.of(List.of("Secret.")), true))).isInstanceOfSatisfying(ArticleReader.Reading.Skipped.class, skipped -> assertThat(skipped.reason()).isEqualTo("it is encrypted; save it without a password"));
    }

    @Test
    void aPdfOfPicturesSaysSo() throws IOException {
        assertThat(read("scan.pdf", pdf(List.of(List.of()), false))).isInstanceOfSatisfying(ArticleReader.Reading.Skipped.class, skipped -> assertThat(skipped.reason()).contains("no text"));
    }

    /** Lines of a page set by hand: size, words; a raised figure follows the line before it. */
    private static byte[] setPdf(String title, List<List<Object[]>> pages) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
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
    void notesAtTheFootOfAPageAreTiedAndTheSentenceGoesOnOverThem() throws IOException {
        Article article = article("gates.pdf", setPdf("Microsoft Word - draft_v3.docx", List.of(
                List.of(new Object[] {22, "Gates of the hills"}, new Object[] {11, "Vera Holm, 12 September 2024"}, new Object[] {14, "The first gate"}, new Object[] {11, "The gate of Valdora was opened to lorries in the year after the long war."}, new Object[] {-7, "1"},
                        new Object[] {11, "Its cost was seventeen crowns, as the ministry of works told the two chambers, and the"}, new Object[] {8, "1 Toll books of the hills, volume 7, https://toll.example/1 (accessed 1 May 2024)."}),
                List.of(new Object[] {11, "Prime Minister of the day had promised that it would be a good deal less than that."}, new Object[] {11, "The area is twelve km"}, new Object[] {-7, "2"}, new Object[] {11, "and the road is nine miles long, which nobody had measured before the state-of-the-"}, new Object[] {11, "art survey."}))));
        assertThat(article.imprint()).satisfies(imprint -> assertThat(imprint.title()).isEqualTo("Gates of the hills")).satisfies(imprint -> assertThat(imprint.author()).isEqualTo("Vera Holm")).satisfies(imprint -> assertThat(imprint.published()).isEqualTo("2024-09-12"));
        assertThat(article.blocks().getFirst().kind()).isEqualTo(Block.Kind.HEADING);
        assertThat(article.text().value()).startsWith("The first gate").contains("and the Prime Minister of the day", "twelve km2", "state-of-the-art survey").doesNotContain("Toll books");
        assertThat(article.notes()).singleElement().satisfies(note -> assertThat(note.citation()).isEqualTo(new Note.Cited("Toll books of the hills", "", "2024-05-01")));
        assertThat(article.sentences().stream().filter(sentence -> !article.notesIn(sentence).isEmpty()).map(article.text()::slice)).containsExactly("The gate of Valdora was opened to lorries in the year after the long war.");
    }

    private static byte[] word() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
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
        assertThat(article.text().value()).contains("two million crowns. Anna Berg announced it.").contains("Price | two million");
        assertThat(article.blocks()).extracting(Block::kind).contains(Block.Kind.HEADING, Block.Kind.ITEM);
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Harbour office, statement, 3 March 2025.");
            assertThat(note.anchors()).hasSize(1);
        });
    }

    /** As a German Word writes it: styles by local ids, what was deleted kept beside, an endnote, a content control, a text box and a link. */
    @Test
    void aWordFileKeepsWhatIsInsertedBoxedControlledAndNotedAndNothingThatWasDeleted() throws Exception {
        byte[] bytes;
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String link = document.getPackagePart().addExternalRelationship("https://customs.example/report", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink").getId();
            var styles = document.createStyles();
            for (String[] style : new String[][] {{"berschrift1", "heading 1"}, {"Beschriftung", "caption"}}) {
                var ct = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
                ct.setStyleId(style[0]);
                ct.addNewName().setVal(style[1]);
                styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(ct));
            }
            document.createEndnotes();
            document.createEndnote().createParagraph().createRun().setText("Interview, 2 May 2024.");
            String w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
            String body = "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:r><w:t>Costs</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t xml:space=\"preserve\">The toll is </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>ninety</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>forty</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> crowns, as the </w:t></w:r>"
                    + "<w:hyperlink r:id=\"" + link + "\"><w:r><w:t>customs report</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> says.</w:t></w:r><w:r><w:endnoteReference w:id=\"" + document.getEndnotes().getLast().getId() + "\"/></w:r>"
                    + "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box: it was built in 1911.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
                    + "<w:sdt><w:sdtContent><w:p><w:r><w:t>It rose by </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>seven crowns</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> in spring.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Norland</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                    + "<w:p><w:pPr><w:pStyle w:val=\"Beschriftung\"/></w:pPr><w:r><w:t>Table 1: Frigates</w:t></w:r></w:p>";
            document.getDocument().setBody(org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1.Factory.parse("<xml-fragment " + w + "><w:body>" + body + "</w:body></xml-fragment>").getBody());
            document.write(out);
            bytes = out.toByteArray();
        }
        Article article = article("costs.docx", bytes);
        assertThat(article.text().value()).isEqualTo("Costs\n\nThe toll is forty crowns, as the customs report says.\n\nBox: it was built in 1911.\n\nIt rose by seven crowns in spring.\n\nNorland |  | 14\n\nTable 1: Frigates".replace(" |  | ", " | | "));
        assertThat(article.blocks()).extracting(Block::kind).containsExactly(Block.Kind.HEADING, Block.Kind.PARAGRAPH, Block.Kind.PARAGRAPH, Block.Kind.PARAGRAPH, Block.Kind.ROW, Block.Kind.CAPTION);
        assertThat(article.notes()).singleElement().satisfies(note -> assertThat(note.text()).isEqualTo("Interview, 2 May 2024."));
        assertThat(article.apparatus().mentions()).extracting(Mention::url).containsExactly("https://customs.example/report");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return bytes.toByteArray();
        }
    }

    private static byte[] epub() throws IOException {
        return zip(Map.of("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>",
                "OEBPS/book.opf", "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Ferries</dc:title><dc:creator>A. Writer</dc:creator><dc:publisher>Harbour Press</dc:publisher><dc:date>2025-03-03T00:00:00Z</dc:date><dc:language>en</dc:language></metadata>"
                        + "<manifest><item id=\"b\" href=\"two%20b.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"a\" href=\"one.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
                "OEBPS/one.xhtml", CHAPTER.formatted("One"), "OEBPS/two b.xhtml", CHAPTER.formatted("Two")));
    }

    @Test
    void anEpubIsReadInTheOrderOfItsSpineAndKeepsEachChaptersNotes() throws IOException {
        Article article = article("ferries.epub", epub());
        assertThat(article.imprint()).satisfies(imprint -> {
            assertThat(imprint.title()).isEqualTo("Ferries");
            assertThat(imprint.publisher()).isEqualTo("Harbour Press");
            assertThat(imprint.published()).isEqualTo("2025-03-03");
        });
        assertThat(article.text().value().indexOf("One")).isLessThan(article.text().value().indexOf("Two"));
        assertThat(article.notes()).extracting(Note::label).containsExactly("1", "1b");
        assertThat(article.notes()).allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
    }

    @Test
    void notesInAFileOfTheirOwnAreTiedToTheirChapter() throws IOException {
        String page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>%s</body></html>";
        Article article = article("notes.epub", zip(Map.of("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
                "b.opf", "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Ferries</dc:title><dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator></metadata><manifest><item id=\"a\" href=\"ch001.xhtml\" media-type=\"application/xhtml+xml\"/>"
                        + "<item id=\"n\" href=\"notes.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"n\"/></spine></package>",
                "ch001.xhtml", page.formatted("<p>The ferry Aurelia was sold to Bergen on Monday.<a id='r1' href='notes.xhtml#n1'>1</a></p><aside><p>A box on tolls.</p></aside>"), "notes.xhtml", page.formatted("<p id='n1'><a href='ch001.xhtml#r1'>1</a>. Harbour office, statement.</p>"))));
        assertThat(article.text().value()).isEqualTo("The ferry Aurelia was sold to Bergen on Monday.\n\nA box on tolls.");
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Harbour office, statement.");
            assertThat(note.anchors()).hasSize(1);
        });
        assertThat(article.imprint().author()).isEqualTo("A. Writer, B. Writer");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = zip(Map.of("META-INF/container.xml", " ".repeat(60 << 20)));
        assertThatThrownBy(() -> EpubFile.read(bomb)).isInstanceOf(IbidException.class).hasMessage("it unpacks to more than 50 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.docx", "a.epub"})
    void whatIsNoneOfThemIsSkippedWithAReason(String name) throws IOException {
        for (String content : List.of("", "not what its name says", "%PDF-1.7 broken", "PK\u0003\u0004 broken")) {
            assertThat(read(name, content.getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(ArticleReader.Reading.Skipped.class, skipped -> assertThat(skipped.reason()).isNotBlank());
        }
    }

    /** Bytes exchanged at random: an article or a reason, never anything else. */
    @Test
    void damagedFilesHarmNobody() throws IOException {
        Random random = new Random(7);
        for (Map.Entry<String, byte[]> file : Map.of("a.pdf", pdf(List.of(List.of("The ferry Aurelia was sold to Bergen.")), false), "a.docx", word(), "a.epub", epub()).entrySet()) {
            for (int i = 0; i < 40; i++) {
                byte[] damaged = file.getValue().clone();
                for (int j = 0; j < 1 + i; j++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                assertThat(read(file.getKey(), damaged)).isNotNull();
            }
        }
    }
}
