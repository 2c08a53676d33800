package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Note;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distinguishes a page's notes from other links within it. */
class PageNotesTest {

    private static final String ONE =
            "The ferry Aurelia was sold to Bergen for two million crowns, the harbour office said on Monday.";
    private static final String TWO =
            "Nobody else had made an offer for the old ship, which has lain in the harbour for six years.";

    private static Article read(String body) {
        String html = "<html><head><title>Ferry sold</title><link rel=canonical href='https://gazette.e"
                + "xample/ferry'></head><body><article>"
                + body + "</article></body></html>";
        return TestArticles.read("a.html", html);
    }

    @Test
    void anchorsByNameAndTheWholeAddressOfThePageLeadToNotes() {
        Article article = read("<p>" + ONE + "<a href='#_ftn1' name='_ftnref1'>[1]</a> " + TWO
                + "<a href='https://gazette.example/ferry#_ftn2' name='_ftnref2'>[2]</a></p><p>" + TWO + "</p>"
                + "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> Harbour office,"
                + " statement of 3 March.</p><p><a href='#_ftnref2' name='_ftn2'>[2]</a> "
                + "Register of ships, page 14.</p>");
        assertThat(article.notes())
                .extracting(Note::text)
                .containsExactly("Harbour office, statement of 3 March.", "Register of ships, page 14.");
        assertThat(article.notes())
                .allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
        assertThat(article.blocks()).hasSize(2);
    }

    @Test
    void notesThatStandInOneParagraphArePartedAtTheirAnchors() {
        Article article = read("<p>" + ONE + "<a href='#n1'>1</a></p><p>" + TWO
                + "<a href='#n2'>2</a></p><p><a name='n1'>1</a> Harbour office,"
                + " statement.<br><a name='n2'>2</a> Register of ships.</p>");
        assertThat(article.notes())
                .extracting(Note::text)
                .containsExactly("Harbour office, statement.", "Register of ships.");
    }

    @Test
    void aListUnderALineHoldsTheNotesIfEachOfItsNumbersIsCalled() {
        String list = "<hr><ol><li>Harbour office, statement.</li><li>Register of ships.</li></ol>";
        Article called = read("<p>" + ONE + "<sup>[1]</sup></p><p>" + TWO + "<sup>(2)</sup></p>" + list);
        assertThat(called.notes())
                .extracting(Note::text)
                .containsExactly("Harbour office, statement.", "Register of ships.");
        assertThat(read("<p>" + ONE + "<sup>1</sup></p><p>" + TWO + "</p>" + list)
                        .notes())
                .isEmpty();
    }

    @Test
    void aLinkToASectionIsNotANote() {
        Article article =
                read("<p>Jump to: <a href='#s1'>1</a> <a href='#eu'>EU</a></p><section id='s1'><h2>1. Money</h2><p>"
                        + ONE + "</p></section><section id='eu'><p>" + TWO + "</p></section>");
        assertThat(article.notes()).isEmpty();
        assertThat(article.text().value()).contains(ONE, TWO);
    }

    @Test
    void aNoteKeepsTheAddressesItLeadsToAndNoLinkBack() {
        Article article = read("<p>" + ONE + "<sup id='r1'><a href='#fn1'>1</a></sup></p><p>" + TWO
                + "</p><ol class='footnotes'><li id='fn1'><a href='#r1'>^</a> "
                + "Customs Board, <a href='https://customs.example/r'>Annual "
                + "Report</a>. <a href='#r1'>↩</a></li></ol>");
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Customs Board, Annual Report. https://customs.example/r");
            assertThat(note.url()).isEqualTo("https://customs.example/r");
        });
    }

    @Test
    void raisedNumbersBelongToTheNumberedListUnderNotes() {
        Article article = read("<p>" + ONE + "<sup>1</sup> It took 4 km<sup>2</sup> of sea.</p><p>" + TWO
                + "<sup>2</sup></p><h2>Notes</h2><ol><li>Harbour office, statement.</li><li"
                + ">Register of ships.</li></ol>");
        assertThat(article.notes())
                .extracting(Note::text)
                .containsExactly("Harbour office, statement.", "Register of ships.");
        assertThat(article.text().value()).contains("4 km² of sea.").doesNotContain("Register");
    }

    @Test
    void aNoteInTheMarginIsNotPartOfItsSentence() {
        Article article = read("<p>The ferry was sold to Bergen<span class='sidenote'>See the report "
                + "of the harbour office.</span>, the office said on Monday.</p><p>"
                + TWO + "</p>");
        assertThat(article.text().value()).startsWith("The ferry was sold to Bergen, the office said on Monday.");
        assertThat(article.notes()).extracting(Note::text).containsExactly("See the report of the harbour office.");
    }

    @Test
    void marksWithoutLinksBelongToTheParagraphsAtTheEnd() {
        for (String mark : new String[] {"[%d]", "(%d)"}) {
            String one = mark.formatted(1), two = mark.formatted(2);
            Article article = read("<p>" + ONE.replace(".", " " + one + ".") + "</p><p>" + TWO + two + "</p><p>" + one
                    + " Minutes of the harbour office.</p><p>" + two + " Register of ships.</p>");
            assertThat(article.notes())
                    .as(mark)
                    .extracting(Note::text)
                    .containsExactly("Minutes of the harbour office.", "Register of ships.");
            assertThat(article.notes())
                    .allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
            assertThat(article.text().value()).contains("said on Monday.").endsWith("for six years.");
        }
    }

    @ParameterizedTest
    @CsvSource({"[i],[ii]", "[a],[b]", "*,**", "[*],[†]", "<sup>a</sup>,<sup>b</sup>", "<sup>*</sup>,<sup>†</sup>"})
    void lettersAndSignsBelongToTheParagraphsAtTheEnd(String one, String two) {
        Article article = read("<p>" + ONE + one + "</p><p>" + TWO + two + "</p><p>" + one
                + " Minutes of the harbour office.</p><p>" + two + " Register of ships.</p>");
        assertThat(article.notes())
                .extracting(Note::text)
                .containsExactly("Minutes of the harbour office.", "Register of ships.");
        assertThat(article.notes())
                .allSatisfy(note -> assertThat(note.anchors()).hasSize(1));
        assertThat(article.text().value()).isEqualTo(ONE + "\n\n" + TWO);
    }

    @Test
    void raisedLettersBelongToTheParagraphsUnderNotes() {
        Article article = read("<p>" + ONE + "<sup>a</sup></p><p>" + TWO
                + "</p><h4>Notes</h4><p><sup>a</sup> Harbour office, statement.</p>");
        assertThat(article.notes()).extracting(Note::text).containsExactly("Harbour office, statement.");
    }

    @Test
    void bulletsAndWordsInBracketsAreNoNotes() {
        assertThat(read("<p>" + ONE + "*</p><p>* The price was high.</p><p>* The ship was old.</p>")
                        .notes())
                .isEmpty();
        Article quoted = read("<p>\"[a] ship is a ship,\" he said. " + ONE + "</p><p>" + TWO + " [sic]</p>");
        assertThat(quoted.notes()).isEmpty();
        assertThat(quoted.text().value()).contains("\"[a] ship is a ship,\"");
    }

    @Test
    void aNoteOfOneWordIsANote() {
        Article article = read("<p>" + ONE + "[1]</p><p>" + TWO + "</p><p>[1] Minutes</p>");
        assertThat(article.notes()).extracting(Note::text).containsExactly("Minutes");
    }

    @Test
    void numbersInRoundBracketsThatCountPointsAreNoNotes() {
        String points = "<p>The harbour office gave two reasons: (1) the price, and (2) the age of the old ship.</p>";
        String list = "<p>(1) The price was too high.</p><p>(2) The ship was too old.</p>";
        assertThat(read("<p>" + ONE + "</p>" + points + list).notes()).isEmpty();
    }

    @Test
    void aMarkMayHaveABracketAndANoteItsNumberInAColumn() {
        Article bracket = read("<p>" + ONE + "<sup>1)</sup></p><p>" + TWO
                + "<sup>2)</sup></p><p>1) Harbour office, statement.</p><p>2) Ship register.</p>");
        assertThat(bracket.annotations().notes())
                .extracting(note -> note.text())
                .containsExactly("Harbour office, statement.", "Ship register.");
        Article column = read("<p>" + ONE + "[1]</p><p>" + TWO
                + "[2]</p><table><tr><td>[1]</td><td>Harbour office, statement.</td></tr>"
                + "<tr><td>[2]</td><td>Ship register.</td></tr></table>");
        assertThat(column.annotations().notes())
                .extracting(note -> note.text())
                .containsExactly("Harbour office, statement.", "Ship register.");
    }
}
