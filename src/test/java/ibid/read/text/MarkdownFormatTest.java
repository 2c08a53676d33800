package ibid.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Imprint;
import ibid.article.Note;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {

    private static Article read(String markdown) {
        return TestArticles.read("a.md", markdown);
    }

    private static final String ARTICLE = """
            ---
            title: "The ferry: a history"
            author: Anna Berg
            publisher: Harbour Gazette
            published: 2025-03-03
            language: en
            topics: [ferries, ports]
            ---

            The ferry *Aurelia* was [sold](https://x.example) on **Monday**.[^1] She
            was built in 1998.

            ## A long wait

            > Nobody is to blame.

            - First she was built.
            - Then she waited.[^b]

            ![a picture](x.png)

            [^1]: Harbour office, 3 March 2025, <https://harbour.example/s>.
            [^b]: The [register](https://register.example/7) of ships.
            """;

    @Test
    void readsFrontMatter() {
        assertThat(read(ARTICLE).imprint())
                .isEqualTo(new Imprint(
                        "The ferry: a history",
                        "Anna Berg",
                        "Harbour Gazette",
                        "2025-03-03",
                        Imprint.DateBasis.STATED,
                        "",
                        "en",
                        java.util.List.of("ferries", "ports")));
    }

    @Test
    void canonicalTextIsPlainWordsInBlocks() {
        assertThat(read(ARTICLE).text().value()).isEqualTo("""
                The ferry Aurelia was sold on Monday. She was built in 1998.

                A long wait

                Nobody is to blame.

                First she was built.

                Then she waited.""");
    }

    @Test
    void footnotesStandWhereTheirMarksStood() {
        Article article = read(ARTICLE);
        assertThat(article.notes()).extracting(Note::label).containsExactly("1", "b");
        assertThat(article.notes().get(0).url()).isEqualTo("https://harbour.example/s");
        assertThat(article.notes().get(1).text()).isEqualTo("The register (https://register.example/7) of ships.");
        assertThat(article.notes().get(0).anchors()).containsExactly("The ferry Aurelia was sold on Monday.".length());
    }

    @Test
    void theFirstHeadingIsTheTitleWhereNoneIsGiven() {
        Article article = read("# Ferry sold\n\nThe ferry was sold on Monday.\n");
        assertThat(article.imprint().title()).isEqualTo("Ferry sold");
        assertThat(article.text().value()).isEqualTo("The ferry was sold on Monday.");
    }

    @Test
    void anInvalidDateIsReportedAndTheArticleIsRead() {
        Article article = read("---\ntitle: x\npublished: soon\n---\nText.");
        assertThat(article.imprint().published()).isEmpty();
        assertThat(article.removed()).singleElement().asString().contains("soon", "write it as 2024-10-01");
    }

    @Test
    void frontMatterThatIsNotYamlIsReadLineByLine() {
        Article article = read("---\ntitle: Border deal: what it means\nauthor: @jode\nnonsense\n---\nText.");
        assertThat(article.imprint().title()).isEqualTo("Border deal: what it means");
        assertThat(article.removed()).containsExactly("front matter: nonsense");
    }

    @Test
    void frontMatterThatLiesAboutItsKindIsReadLineByLine() {
        assertThat(read("---\ntitle: The gate\nlogo: !!binary https://x.example\ntitle: Another\n---\nText.")
                        .imprint()
                        .title())
                .isEqualTo("The gate");
    }

    @Test
    void frontMatterMayBePlainLines() {
        Article article = read("Title: Mill sold\nAuthor: Ada Holm\nDate: 3 May 2018\n\nThe mill at Orve was sold.");
        assertThat(article.imprint().title()).isEqualTo("Mill sold");
        assertThat(article.imprint().author()).isEqualTo("Ada Holm");
        assertThat(article.imprint().published()).isEqualTo("2018-05-03");
        assertThat(article.text().value()).isEqualTo("The mill at Orve was sold.");
    }

    @Test
    void keysOfFrontMatterMayBeCapitalisedAndNamesParted() {
        String front = "---\nTitle: Mill sold\nAuthor:\n- family: Holm\n  given: Ada\n---\n\n";
        Article article = read(front + "The mill was sold.");
        assertThat(article.imprint().title()).isEqualTo("Mill sold");
        assertThat(article.imprint().author()).isEqualTo("Ada Holm");
    }

    @Test
    void raisedAndLoweredFiguresStayApart() {
        assertThat(read("It holds 10^5^ litres of H~2~O, not ~5~ or 2^.").text().value())
                .isEqualTo("It holds 10⁵ litres of H₂O, not ~5~ or 2^.");
    }

    @Test
    void frontMatterMayBeToml() {
        Article article = read("+++\ntitle = \"The tunnel\"\ndate = 2024-03-04T10:00:00+09:00\ntags "
                + "= [\"tunnel\", \"harbour\"]\n+++\n\nText.");
        assertThat(article.imprint())
                .isEqualTo(new Imprint(
                        "The tunnel",
                        "",
                        "",
                        "2024-03-04",
                        Imprint.DateBasis.STATED,
                        "",
                        "",
                        java.util.List.of("tunnel", "harbour")));
        assertThat(article.text().value()).isEqualTo("Text.");
    }

    @Test
    void textBetweenTwoRulesIsNotFrontMatter() {
        assertThat(read("---\nThe ferry was sold, and nobody knew to whom.\n\n---\n\nMore came later.")
                        .text()
                        .value())
                .contains("nobody knew to whom", "More came later");
    }

    @Test
    void htmlAmongMarkdownKeepsItsWords() {
        Article article = read("North Korea<br>South Korea and 1950<sup>5</sup> units.\n\n<table><tr><td>Norland"
                + "</td><td>14</td></tr></table>\n\n<figure><img src=x.png><figcaption>The "
                + "gate in spring.</figcaption></figure>\n\n<div>A paragraph of its own.</div>\n");
        assertThat(article.text().value())
                .isEqualTo("North Korea South Korea and 1950⁵ units.\n\nNorland | 14\n\nThe "
                        + "gate in spring.\n\nA paragraph of its own.");
        assertThat(article.blocks())
                .extracting(Block::kind)
                .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.ROW, Block.Kind.CAPTION, Block.Kind.PARAGRAPH);
    }

    @Test
    void whatNoteTakingProgramsWriteIsReadAsMeant() {
        Article article = read("> [!quote] The minister\n> We go.\n\nSee [[The gate|the crossing]] "
                + "and [[Institute]] for ==key facts==. %%private%% ~~struck~~\n\n- [x] "
                + "call her\n\n{{< figure src=a.jpg >}}\n");
        assertThat(article.text().value())
                .contains("The minister We go.", "See the crossing and Institute for key facts.", "call her")
                .doesNotContain("[", "==", "private", "struck", "{{");
        assertThat(article.removed()).contains("private", "struck", "{{< figure src=a.jpg >}}");
    }

    @Test
    void paragraphsOfANoteStandApart() {
        assertThat(read("Text.[^a]\n\n[^a]: First one.\n\n    Second one.\n")
                        .notes()
                        .getFirst()
                        .text())
                .isEqualTo("First one. Second one.");
    }

    @Test
    void linesOverTheTextSayWhoWroteItAndWhen() {
        Article article = read("# The gate\n\n*By Anna Berg*\n\n3 March 2025\n\nThe gate was opened on Monday.\n");
        assertThat(article.imprint().author()).isEqualTo("Anna Berg");
        assertThat(article.imprint().published()).isEqualTo("2025-03-03");
        assertThat(article.text().value()).isEqualTo("The gate was opened on Monday.");
        assertThat(article.removed()).containsExactly("By Anna Berg", "3 March 2025");
    }

    @Test
    void aNoteWithinASentenceIsTiedToIt() {
        Article article = TestArticles.read(
                "a.md",
                "The mill was sold on Monday.^[Deed of the notary, 3 May 2018.] Nobody bid.[^1]\n\n[^1]: He said.");
        assertThat(article.text().value()).startsWith("The mill was sold on Monday. Nobody");
        assertThat(article.annotations().notes())
                .extracting(note -> note.text())
                .contains("Deed of the notary, 3 May 2018.");
    }

    @Test
    void aTitleBlockAndAFilesNameStateTheTitle() {
        Article block = TestArticles.read(
                "a.md", "% Mill sold\n% Ada Holm; Bo Lind\n% 3 May 2018\n\nThe mill was sold on Monday.");
        assertThat(block.imprint().title()).isEqualTo("Mill sold");
        assertThat(block.imprint().author()).isEqualTo("Ada Holm, Bo Lind");
        assertThat(block.imprint().published()).isEqualTo("2018-05-03");
        Article lines = TestArticles.read("a.md", "% Mill\n  sold\n% Ada Holm\n  Bo Lind\n%\n\nIt was sold on Monday.");
        assertThat(lines.imprint().title()).isEqualTo("Mill sold");
        assertThat(lines.imprint().author()).isEqualTo("Ada Holm, Bo Lind");
        Article dated = TestArticles.read("2018-05-03 Mill sold to workers.md", "The mill was sold on Monday.");
        assertThat(dated.imprint().title()).isEqualTo("Mill sold to workers");
        assertThat(dated.imprint().published()).isEqualTo("2018-05-03");
        Article named = TestArticles.read("notes/Mill sold to workers.md", "The mill was sold on Monday.");
        assertThat(named.imprint().title()).isEqualTo("Mill sold to workers");
    }

    @Test
    void namesInAListAndThePathOfAGeneratorAreRead() {
        Article article = TestArticles.read(
                "a.md",
                "+++\npath = \"2018/05/03/mill\"\nauthors = [\"Holm, Ada\", \"Bo Lind\"]\n+++\n\nThe mill was sold.");
        assertThat(article.imprint().author()).isEqualTo("Ada Holm, Bo Lind");
        assertThat(article.imprint().published()).isEqualTo("2018-05-03");
    }

    @Test
    void commandsOfASiteGeneratorAreNotText() {
        Article article = TestArticles.read(
                "a.md",
                "---\ntitle: Mill\nauthor: Holm, Ada\nslug: 2018-05-03-mill\n---\nThe mill was sold. "
                        + "{% include figure.html src=\"a.png\" %}\n\n{{ site.data.note }} Nobody bid.\n\n"
                        + "{: .note}\nIt was `{{ open }}` on Monday.\n");
        assertThat(article.text().value())
                .isEqualTo("The mill was sold.\n\nNobody bid.\n\nIt was {{ open }} on Monday.");
        assertThat(article.annotations().removed()).contains("{{ site.data.note }}", "{: .note}");
        assertThat(article.imprint().author()).isEqualTo("Ada Holm");
        assertThat(article.imprint().published()).isEqualTo("2018-05-03");
    }
}
