package ibid.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Note;
import ibid.read.TestArticles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Only what calls a note is a mark, and only what is called is a note. */
class PdfNotesTest {

    private static Article read(PdfPages pages) throws IOException {
        return TestArticles.read("a.pdf", pages.bytes());
    }

    private static void prose(PdfPages pages) throws IOException {
        pages.line(11, "The ferry was sold to Bergen on Monday, as the harbour master said")
                .line(11, "to the press in the old town hall, where nobody had waited for it.");
    }

    @Test
    void eachPageKeepsItsNoteOne() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (int i = 0; i < 40; i++) {
                pages.page();
                prose(pages);
                pages.skip(20).line(11, "In week " + i + " the board met and agreed on what to dredge.");
                pages.shifted(7, 4, "1").line(11, "It was a quiet week for all who work there.");
                pages.skip(300).line(8, "1 Minutes of week " + i + ", in the archive of the town.");
            }
            Article article = read(pages);
            assertThat(article.notes()).hasSize(40);
            for (int i = 0; i < 40; i++) {
                Note note = article.notes().get(i);
                assertThat(note.text()).isEqualTo("Minutes of week " + i + ", in the archive of the town.");
                assertThat(article.text().value().substring(0, note.anchors().getFirst()))
                        .endsWith("In week " + i + " the board met and agreed on what to dredge.");
            }
        }
    }

    @Test
    void anExponentIsNoMarkEvenIfThatNoteIsThere() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            prose(pages);
            pages.line(11, "The channel holds 4.98 × 10").shifted(7, 4, "5").shifted(11, 0, " tonnes of silt.");
            pages.shifted(7, 4, "5").skip(300).line(8, "5 Survey of the sea floor, page 12.");
            Article article = read(pages);
            assertThat(article.text().value()).endsWith("The channel holds 4.98 × 10⁵ tonnes of silt.");
            assertThat(article.notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.anchors()).hasSize(1));
        }
    }

    @Test
    void rowsOfATableAreNoNotesOfAListAtTheEnd() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            prose(pages);
            pages.line(11, "Early treatment keeps the bones of patients healthy for many years.")
                    .shifted(7, 4, "2");
            pages.line(11, "A third of them come of age without any treatment, one study says.")
                    .shifted(7, 4, "1");
            pages.skip(300).line(8, "1 girl of twelve took it daily").line(8, "2 girls took a patch each week");
            pages.page();
            pages.line(14, "References").skip(6);
            pages.line(8, "1. Ruiz P. Bones in later life. 2009.").line(8, "2. Okoye A. Coming of age. 2011.");
            assertThat(read(pages).notes())
                    .extracting(Note::text)
                    .containsExactly("Ruiz P. Bones in later life. 2009.", "Okoye A. Coming of age. 2011.");
        }
    }

    @Test
    void marksOfAuthorsCallNoNotesAndTheAbstractIsText() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            pages.line(18, "A Toolkit for Charts")
                    .skip(6)
                    .line(11, "Ida Example")
                    .shifted(7, 4, "1");
            pages.shifted(11, 0, ", Bo Sample").shifted(7, 4, "2").skip(6);
            pages.line(8, "1 University of Northhaven, Northhaven").line(8, "2 Institute of the Sea, Southport");
            pages.skip(10)
                    .line(8, "Charts of the sea floor are drawn by hand to this day, and few are read.")
                    .skip(20);
            prose(pages);
            prose(pages);
            Article article = read(pages);
            assertThat(article.notes()).isEmpty();
            assertThat(article.text().value())
                    .contains("Ida Example¹, Bo Sample²")
                    .contains("Charts of the sea floor are drawn by hand");
        }
    }

    @Test
    void aRunningHeadWithThePageNumberIsNoNote() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (int i = 45; i < 49; i++) {
                pages.page();
                prose(pages);
                pages.skip(20).line(11, "The catch fell by a third in week " + i + " of the year, and rose again.");
                pages.shifted(7, 4, String.valueOf(i)).skip(300).line(8, i + " | I. Example and others, Bulletin 113");
            }
            Article article = read(pages);
            assertThat(article.notes()).isEmpty();
            assertThat(article.text().value()).doesNotContain("Bulletin").contains("rose again.⁴⁵");
            assertThat(article.removed()).contains("45 | I. Example and others, Bulletin 113");
        }
    }

    @Test
    void numbersInBracketsCallTheListAtTheEnd() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            pages.page();
            prose(pages);
            pages.line(11, "Early treatment keeps bones healthy [1, 3], as was shown in a trial [2].")
                    .skip(20);
            pages.line(14, "References").skip(6);
            pages.line(11, "[1] Ruiz P. Bones in later life. 2009.").line(11, "[2] Okoye A. Coming of age. 2011.");
            pages.line(11, "[3] Berg A. A trial of patches. 2012.")
                    .skip(20)
                    .line(14, "Appendix")
                    .skip(6);
            pages.line(11, "The questions that were asked of the patients are listed here.");
            Article article = read(pages);
            assertThat(article.notes()).extracting(Note::label).containsExactly("1", "2", "3");
            assertThat(article.notes())
                    .allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
            assertThat(article.text().value())
                    .contains("keeps bones healthy, as was shown in a trial.")
                    .endsWith("Appendix\n\nThe questions that were asked of the patients are listed here.");
        }
    }

    @Test
    void eachPartHasItsOwnList() throws IOException {
        try (PdfPages pages = new PdfPages()) {
            for (String part : new String[] {"first", "second"}) {
                pages.page();
                prose(pages);
                pages.line(11, "In the " + part + " part bones were kept healthy in a trial of Shanghai No.1 [1].")
                        .skip(20);
                pages.line(14, "References").skip(6).line(11, "[1] Ruiz P. The " + part + " trial. 2009.");
                pages.skip(20).line(14, "Appendix to the " + part + " part");
            }
            Article article = read(pages);
            assertThat(article.notes())
                    .extracting(Note::text)
                    .containsExactly("Ruiz P. The first trial. 2009.", "Ruiz P. The second trial. 2009.");
            assertThat(article.notes())
                    .allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
            assertThat(article.text().value()).contains("Shanghai No.1.");
        }
    }
}
