package ibid.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.article.Article;
import ibid.article.Block;
import ibid.read.TestArticles;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.Manuscript;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees on the pages of a PDF is read, in the order in which it is read. */
class PdfContentTest {

    private static final List<String> FERRY = List.of(
            "The ferry Aurelia was sold to Bergen on Monday for two",
            "million crowns, as the harbour master said to the press.",
            "It had lain at the pier of the old town for six years, and",
            "nobody had made an offer for it before the last summer.",
            "The engines were never tested at sea, the insurers wrote,",
            "and that is why the price fell to a third of what was paid.");

    private static String text(PdfPages pages) throws IOException {
        return read(pages).text().value();
    }

    private static Article read(PdfPages pages) throws IOException {
        return TestArticles.read("a.pdf", pages.bytes());
    }

    private static void ferry(PdfPages pages) throws IOException {
        for (String line : FERRY) {
            pages.line(11, line);
        }
    }

    @Test
    void aBylineNamesTheAuthorWithoutTheWordBefore() throws IOException {
        for (String line :
                List.of("By Vera Holm", "By Vera Holm 3 March 2025", "By Vera Holm and Ola Test, 3 March 2025")) {
            try (PdfPages pages = new PdfPages()) {
                pages.page();
                pages.line(20, "Ferry sold to Bergen");
                pages.line(11, line);
                pages.skip(20);
                ferry(pages);
                Article article = read(pages);
                assertThat(article.imprint().author()).as(line).isIn("Vera Holm", "Vera Holm and Ola Test");
                assertThat(article.text().value()).startsWith("The ferry Aurelia");
            }
        }
    }

    @Test
    void wordsThatAreNotSeenAreLeftOut() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            ferry(pages);
            pages.in(RenderingMode.NEITHER, Color.BLACK).at(60, 400, 11, "Invisible words are here.");
            pages.in(RenderingMode.FILL, Color.WHITE).at(60, 380, 11, "White words are here.");
            pages.in(RenderingMode.FILL, Color.BLACK).at(60, 360, 0.5, "Tiny words are here.");
            pages.at(700, 340, 11, "Words beside the page are here.");
            pages.at(60, 320, 11, "Words under a box are here.").filled(Color.BLACK, 50, 310, 300, 30);
            Article article = read(pages);
            assertThat(article.text().value()).isEqualTo(String.join(" ", FERRY));
            assertThat(article.removed())
                    .singleElement()
                    .asString()
                    .contains("Invisible words", "White words", "Tiny words", "beside the page", "under a box");
        }
    }

    @Test
    void whiteWordsOnADarkGroundAndRecognisedWordsOfAPictureAreSeen() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            ferry(pages);
            pages.filled(Color.BLUE, 50, 490, 400, 40).in(RenderingMode.FILL, Color.WHITE);
            pages.at(60, 500, 11, "It is said in white on blue.");
            pages.picture(50, 290, 400, 40).in(RenderingMode.NEITHER, Color.BLACK);
            pages.at(60, 300, 11, "It was recognised in a picture.");
            assertThat(text(pages)).endsWith("It is said in white on blue.\n\nIt was recognised in a picture.");
        }
    }

    @Test
    void aStampAcrossThePageIsNoTextAndATurnedPageIs() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            ferry(pages);
            pages.turned(30, 200, 20, 90, "Preprint 2104.04906").turned(200, 200, 40, 37, "Draft of May");
            pages.page();
            for (int i = 0; i < FERRY.size(); i++) {
                pages.turned(100 + 14 * i, 100, 11, 90, FERRY.get(i));
            }
            Article article = read(pages);
            assertThat(article.text().value()).isEqualTo(String.join(" ", FERRY) + "\n\n" + String.join(" ", FERRY));
            assertThat(article.removed()).containsExactly("Preprint 2104.04906", "Draft of May");
        }
    }

    @Test
    void columnsWrittenRowByRowAreReadOneAfterTheOther() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            for (int i = 0; i < FERRY.size(); i++) {
                pages.at(40, 700 - 12 * i, 9, FERRY.get(i));
                pages.at(320, 700 - 12 * i, 9, FERRY.get(i).replace("ferry Aurelia", "barge Linnea"));
            }
            assertThat(text(pages))
                    .isEqualTo(String.join(" ", FERRY)
                            + "\n\n"
                            + String.join(" ", FERRY).replace("ferry Aurelia", "barge Linnea"));
        }
    }

    @Test
    void rowsOfATableKeepTheirCells() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            ferry(pages);
            String[][] rows = {{"Port", "Ferries", "Boats"}, {"Bergen", "14", "203"}, {"Oslo", "9", "1 250"}};
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < 3; j++) {
                    pages.at(60 + 120 * j, 500 - 14 * i, 11, rows[i][j]);
                }
            }
            assertThat(read(pages).blocks())
                    .extracting(Block::kind)
                    .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.ROW, Block.Kind.ROW, Block.Kind.ROW);
            assertThat(text(pages)).endsWith("Port | Ferries | Boats\n\nBergen | 14 | 203\n\nOslo | 9 | 1 250");
        }
    }

    @Test
    void eachHalfOfASpreadHasItsOwnText() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (float left : new float[] {0, 306}) {
                pages.page().setCropBox(new PDRectangle(left, 0, 306, 792));
                pages.at(20, 700, 9, "The left half tells of the ferry.");
                pages.at(330, 700, 9, "The right half tells of the barge.");
            }
            assertThat(text(pages))
                    .isEqualTo("The left half tells of the ferry.\n\nThe right half tells of the barge.");
        }
    }

    @Test
    void aSentenceWithOtherNumbersOnEachPageIsNoRunningHead() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (int year = 1851; year < 1857; year++) {
                pages.page();
                pages.at(60, 760, 9, "Ledger of Orve, leaf " + year);
                pages.at(
                        60,
                        700,
                        11,
                        "In the year " + year + " the toll brought " + 7 * year + " crowns, as he wrote in ink.");
            }
            assertThat(text(pages))
                    .contains("In the year 1851", "In the year 1856")
                    .doesNotContain("Ledger");
        }
    }

    @Test
    void whatWasFilledIntoAFormIsRead() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            var page = pages.page();
            pages.at(60, 700, 11, "Name of the ship:");
            PDAcroForm form = new PDAcroForm(pages.document);
            pages.document.getDocumentCatalog().setAcroForm(form);
            PDResources fonts = new PDResources();
            fonts.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            form.setDefaultResources(fonts);
            form.setDefaultAppearance("/Helv 10 Tf 0 g");
            PDTextField field = new PDTextField(form);
            field.setPartialName("ship");
            form.getFields().add(field);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(160, 696, 200, 16));
            field.getWidgets().getFirst().setPage(page);
            page.getAnnotations().add(field.getWidgets().getFirst());
            field.setValue("Aurelia of Bergen");
            pages.at(60, 660, 11, "It is signed by the owner.");
            assertThat(text(pages)).isEqualTo("Name of the ship: Aurelia of Bergen\n\nIt is signed by the owner.");
        }
    }

    @Test
    void numberedLinesAreHeadingsWhereTheyStandAlone() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            for (String heading : List.of("1. Costs", "2. Summer of 2021")) {
                pages.skip(14).line(11, heading).skip(14);
                ferry(pages);
            }
            pages.skip(14).line(11, "1. Ropes").line(11, "2. Nets").line(11, "3. Sails");
            assertThat(read(pages).blocks())
                    .extracting(Block::kind)
                    .containsExactly(
                            Block.Kind.HEADING,
                            Block.Kind.PARAGRAPH,
                            Block.Kind.HEADING,
                            Block.Kind.PARAGRAPH,
                            Block.Kind.ITEM,
                            Block.Kind.ITEM,
                            Block.Kind.ITEM);
        }
    }

    @Test
    void lettersSetApartAreWords() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            pages.spaced(2.5f).line(11, "The ferry was sold on Monday.");
            assertThat(text(pages)).isEqualTo("The ferry was sold on Monday.");
        }
    }

    @Test
    void pagesThatHoldOneLineEachKeepIt() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (int i = 0; i < 4; i++) {
                pages.page();
                pages.line(11, "The ferry was sold on Monday.");
            }
            assertThat(text(pages)).startsWith("The ferry was sold on Monday.");
        }
    }

    @Test
    void lettersThatTheFontsDoNotNameAreTheReason() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            for (String line : FERRY) {
                StringBuilder garbled = new StringBuilder();
                line.chars().forEach(sign -> garbled.append((char) (sign == ' ' ? ' ' : 'a' + (sign * 7 + 4) % 26)));
                pages.line(11, garbled.toString().replaceAll("[aeiouy]", "x"));
            }
            assertThat(TestArticles.reason("a.pdf", pages.bytes()))
                    .contains("letters make no words", "do not say which letters they show");
        }
    }

    @Test
    void aPageThatIsAPictureIsReadByTheProgramForIt(@TempDir Path folder) throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(
                program,
                "#!/bin/sh\ncase $1 in --list-langs) echo osd; echo deu; echo eng;; "
                        + "*) cat > /dev/null; echo 'Die Fähre wurde am Montag'; echo \"verkauft ($4).\";; esac\n");
        program.toFile().setExecutable(true);
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            pages.picture(0, 0, 612, 792);
            byte[] scan = pages.bytes();
            FileBytes file = new FileBytes("a.pdf", scan);
            assertThat(new PdfFormat(Optional.of(new PictureText(program)))
                            .read(file)
                            .pieces())
                    .extracting(Manuscript.Piece::text)
                    .containsExactly("Die Fähre wurde am Montag verkauft (deu+eng).");
            assertThatThrownBy(() -> new PdfFormat(Optional.empty()).read(file))
                    .hasMessageContaining("its pages are pictures: install tesseract-ocr");
        }
    }
}
