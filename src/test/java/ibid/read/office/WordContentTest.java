package ibid.read.office;

import static ibid.read.office.WordPackage.paragraph;
import static ibid.read.office.WordPackage.run;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Note;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of a Word file sees is read, and nothing else. */
class WordContentTest {

    private static final String FERRY = "The ferry Aurelia was sold to Bergen on Monday.";

    private static Article read(WordPackage file) {
        return TestArticles.read("a.docx", file.bytes());
    }

    private static String text(String body) {
        return read(new WordPackage(body)).text().value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:vanish/>",
                "<w:strike/>",
                "<w:dstrike w:val=\"true\"/>",
                "<w:color w:val=\"FFFFFF\"/>",
                "<w:color w:val=\"1F2933\"/><w:shd w:val=\"clear\" w:fill=\"1f2933\"/>",
                "<w:sz w:val=\"2\"/>",
                "<w:rStyle w:val=\"secret\"/>"
            })
    void wordsThatAreNotSeenOrStruckOutAreLeftOut(String properties) {
        Article article = read(new WordPackage(paragraph(run(FERRY), run(" It cost nothing.", properties)))
                .with(
                        "styles",
                        "<w:style w:type=\"character\" w:styleId=\"secret\"><w:rPr><w:vanish/></w:rPr></w:style>"));
        assertThat(article.text().value()).isEqualTo(FERRY);
        assertThat(article.removed()).containsExactly("It cost nothing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:vanish w:val=\"0\"/>",
                "<w:strike w:val=\"false\"/>",
                "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"darkBlue\"/>",
                "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F2933\"/>"
            })
    void wordsThatAreSeenStay(String properties) {
        assertThat(text(paragraph(run(FERRY), run(" It cost two crowns.", properties))))
                .isEqualTo(FERRY + " It cost two crowns.");
    }

    @Test
    void aLargeFirstLetterAndAStruckParagraphMarkJoin() {
        String dropCap = "<w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr>";
        String struckMark = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        assertThat(text(paragraph(dropCap, run("T"))
                        + paragraph(run("he ferry was sold."))
                        + paragraph(struckMark, run("It had lain there "))
                        + paragraph(run("for six years."))))
                .isEqualTo("The ferry was sold.\n\nIt had lain there for six years.");
    }

    @Test
    void howAWordIsPronouncedIsLeftOut() {
        String ruby = "<w:r><w:ruby><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>";
        assertThat(text(paragraph(ruby.formatted(run("ふね"), run("船")), run("は月曜日に売られた。"))))
                .isEqualTo("船は月曜日に売られた。");
    }

    private static final String LEVEL = "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"%d\"/><w:numFmt w:val=\"%s\"/>"
            + "<w:lvlText w:val=\"%s\"/></w:lvl>";
    private static final String NUMBERING = "<w:abstractNum w:abstractNumId=\"7\">"
            + LEVEL.formatted(0, 1, "decimal", "%1")
            + LEVEL.formatted(1, 1, "decimal", "%1.%2") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">"
            + LEVEL.formatted(0, 3, "lowerLetter", "%1)") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"9\">"
            + LEVEL.formatted(0, 1, "bullet", "•") + "</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"9\"/></w:num>"
            + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"8\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride"
            + " w:val=\"1\"/></w:lvlOverride></w:num>";

    private static String numbered(int list, int level, String text) {
        return paragraph(
                "<w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr></w:pPr>",
                run(text));
    }

    @Test
    void listsAndHeadingsHaveTheNumbersThatWordShows() {
        String styled = "<w:pPr><w:pStyle w:val=\"Kapitel\"/></w:pPr>";
        String body = paragraph(styled, run("Costs"))
                + numbered(1, 1, "The ferry.")
                + numbered(1, 1, "The pier.")
                + paragraph(styled, run("Time"))
                + numbered(1, 1, "The winter.")
                + numbered(2, 0, "Sell it.")
                + numbered(2, 0, "Keep it.")
                + numbered(3, 0, "Sink it.")
                + numbered(4, 0, "Paint it.")
                + numbered(0, 0, "No list.");
        Article article = read(new WordPackage(body)
                .with("numbering", NUMBERING)
                .with(
                        "styles",
                        "<w:style w:type=\"paragraph\" w:styleId=\"Kapitel\"><w:name w:val=\"heading 1\"/><w:pPr>"
                                + "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"));
        assertThat(article.text().value().split("\n\n"))
                .containsExactly(
                        "1 Costs",
                        "1.1 The ferry.",
                        "1.2 The pier.",
                        "2 Time",
                        "2.1 The winter.",
                        "c) Sell it.",
                        "d) Keep it.",
                        "Sink it.",
                        "a) Paint it.",
                        "No list.");
        assertThat(article.imprint().title()).isEqualTo("Costs");
    }

    @Test
    void anEmbeddedPageIsReadWithItsNotes() {
        String page =
                "<html><body><p>" + FERRY + "<a href=\"#n1\" id=\"r1\">1</a></p><p>Nobody had made an offer for it "
                        + "before.</p><p id=\"n1\"><a href=\"#r1\">1</a>. Harbour office, statement.</p></body></html>";
        Article article = read(new WordPackage("<w:altChunk r:id=\"c\"/>" + paragraph(run("The end of it is near.")))
                .withChunk("c", "chunk.htm", page));
        assertThat(article.text().value())
                .isEqualTo(FERRY + "\n\nNobody had made an offer for it before.\n\nThe end of it is near.");
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Harbour office, statement.");
            assertThat(note.anchors()).hasSize(1);
        });
    }

    @Test
    void anEmbeddedDocumentOfAnotherKindIsTheReasonWhereNothingElseIsThere() {
        assertThat(TestArticles.reason(
                        "a.docx",
                        new WordPackage("<w:altChunk r:id=\"c\"/>")
                                .withChunk("c", "chunk.bin", "?")
                                .bytes()))
                .contains("embedded document of a kind that is not read");
    }

    @Test
    void theStrictFormIsRead() {
        byte[] strict = new WordPackage(paragraph(run(FERRY))).bytes(true);
        assertThat(TestArticles.read("a.docx", strict).text().value()).isEqualTo(FERRY);
    }

    @Test
    void aNoteIsReadAsTheTextIs() {
        Article article = read(new WordPackage(paragraph(run(FERRY), "<w:r><w:footnoteReference w:id=\"5\"/></w:r>"))
                .with(
                        "footnotes",
                        "<w:footnote w:id=\"5\">"
                                + paragraph(
                                        run("Survey of 4 km"),
                                        run("2", "<w:vertAlign w:val=\"superscript\"/>"),
                                        run(" off", "<w:strike/>"))
                                + "</w:footnote>"));
        assertThat(article.notes()).extracting(Note::text).containsExactly("Survey of 4 km²");
    }
}
