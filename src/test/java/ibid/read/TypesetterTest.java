package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.ArticleMetadata;
import ibid.article.Block;
import ibid.article.CorrectionNotice;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.time.TemporalExpression;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data around an article's text, from the markup of formats and from plain words. */
class TypesetterTest {

    private static Article read(String name, String content) {
        return TestArticles.read(name, content);
    }

    private static final String PAGE = """
            <html lang="en-GB"><head><title>Ferry sold | Harbour Gazette</title>
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sold", \
            "alternativeHeadline": "Bergen pays two million",
             "author": [{"name": "Ana Moe"}, {"name": "Per Li"}], "datePublished": "2025-03-01T08:00:00Z", \
             "dateModified": "2025-03-04", "keywords": ["ships", "Bergen"]}</script>
            <meta property="og:site_name" content="Harbour Gazette"><meta property="article:section" content="Shipping">
            <link rel="canonical" href="https://gazette.example/ferry"></head><body><nav>Home</nav><article>
            <p class="byline">By Ana Moe</p><p>The ferry was sold to Bergen on Monday for two million crowns, the <a \
            href="https://register.example/7">register of ships</a> shows (Reuters).</p>
            <table><tr><th>Year</th><th>Price</th></tr><tr><td>2019</td><td>three million</td></tr></table>
            <figure><img src="x.jpg"><figcaption>The ferry at her last berth in the old harbour.</figcaption></figure>
            <ul><li>She sails in May.</li></ul><p>According to the ministry of transport, nobody else had made an \
            offer for the ship.</p>
            <p>Correction: An earlier version of this article gave the price in euros.</p></article></body></html>
            """;

    @Test
    void metadataHasItsSource() {
        Article article = read("page.html", PAGE);
        ArticleMetadata metadata = article.annotations().metadata();
        assertThat(article.imprint().author()).isEqualTo("Ana Moe, Per Li");
        assertThat(article.imprint().published()).isEqualTo("2025-03-01");
        assertThat(article.imprint().topics()).containsExactly("ships", "Bergen", "Shipping");
        assertThat(metadata)
                .extracting(ArticleMetadata::subtitle, ArticleMetadata::modified, ArticleMetadata::section)
                .containsExactly("Bergen pays two million", "2025-03-04", "Shipping");
        assertThat(metadata.provenance())
                .containsEntry("author", "JSON-LD")
                .containsEntry("section", "Open Graph")
                .containsEntry("url", "canonical link")
                .containsEntry("language", "page's language")
                .containsEntry("title", "headline of the page");
    }

    @Test
    void tablesCaptionsAndListsKeepTheirShape() {
        Article article = read("page.html", PAGE);
        assertThat(article.blocks())
                .extracting(Block::kind)
                .contains(Block.Kind.ROW, Block.Kind.CAPTION, Block.Kind.ITEM);
        assertThat(article.text().value()).contains("Year | Price", "2019 | three million");
        assertThat(article.blocks())
                .allSatisfy(block -> assertThat(block.place()).startsWith("line "));
    }

    @Test
    void sourcesNamedInPassingAreTiedToTheirWords() {
        Article article = read("page.html", PAGE);
        assertThat(article.annotations().mentions())
                .extracting(Mention::kind, Mention::source, Mention::url)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                Mention.Kind.LINK, "register of ships", "https://register.example/7"),
                        org.assertj.core.groups.Tuple.tuple(Mention.Kind.AGENCY, "Reuters", ""),
                        org.assertj.core.groups.Tuple.tuple(Mention.Kind.ATTRIBUTION, "the ministry", ""));
        Span first = article.sentences().getFirst();
        assertThat(article.annotations().mentions())
                .filteredOn(mention -> first.contains(mention.span()))
                .hasSize(2);
    }

    @Test
    void aCorrectionIsKnownAsOne() {
        assertThat(read("page.html", PAGE).annotations().notices())
                .extracting(CorrectionNotice::kind)
                .containsExactly(CorrectionNotice.Kind.CORRECTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Correction (4 March): The price was two million. | CORRECTION",
                "This story has been corrected to say that she sails in May. | CORRECTION",
                "Update, 5 p.m.: The ship has left. | UPDATE",
                "Updated on 4 March with the price. | UPDATE",
                "Editor’s note: The writer owns a boat. | EDITOR"
            })
    void noticesAreKnownByHowTheyBegin(String words, CorrectionNotice.Kind kind) {
        assertThat(CorrectionRecognizer.kindOf(words, Optional.empty())).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Corrections officers met the minister on Monday.",
                "The update of the map took a year.",
                "The editor noted that nobody sailed."
            })
    void wordsThatOnlySoundLikeANoticeAreNone(String words) {
        assertThat(CorrectionRecognizer.kindOf(words, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It left on 8 November. | 2025-11-08 | 2025-11-08",
                "It leaves in July. | 2025-07-01 | 2025-07-31",
                "It left last week. | 2025-11-03 | 2025-11-09",
                "It left yesterday. | 2025-11-11 | 2025-11-11",
                "It left three days ago. | 2025-11-09 | 2025-11-09",
                "It left on Monday. | 2025-11-10 | 2025-11-10",
                "It leaves next Friday. | 2025-11-14 | 2025-11-14",
                "It left last month. | 2025-10-01 | 2025-10-31",
                "It was built in 2019. | 2019-01-01 | 2019-12-31",
                "It has lain idle for the past two years. | 2023-01-01 | 2025-11-12"
            })
    void daysAreSeenFromTheDayOfPublication(String words, LocalDate from, LocalDate to) {
        Text text = new Text(words.strip());
        assertThat(TemporalExpression.in(text, new Span(0, text.length()), Optional.of(LocalDate.parse("2025-11-12"))))
                .singleElement()
                .extracting(TemporalExpression::from, TemporalExpression::to)
                .containsExactly(from, to);
    }

    @Test
    void relativeDaysMeanNothingWithoutADayOfPublication() {
        Text text = new Text("It left last week, not on 8 November 2024.");
        assertThat(TemporalExpression.in(text, new Span(0, text.length()), Optional.empty()))
                .singleElement()
                .satisfies(date -> assertThat(text.slice(date.span())).isEqualTo("8 November 2024"));
    }

    @Test
    void aNoteHasItsCitation() {
        Note note = NoteCitation.note(
                "1",
                "A. Moe, “Ferries of the north,” Harbour Gazette, 3 May 2024, https://gazette.exa"
                        + "mple/f (accessed 21 December 2024).",
                List.of(3));
        assertThat(note.citation()).isEqualTo(new Note.Cited("Harbour Gazette", "Ferries of the north", "2024-12-21"));
        assertThat(NoteCitation.note("2", "See https://www.register.example/7.", List.of())
                        .citation())
                .isEqualTo(new Note.Cited("register.example", "", ""));
    }

    @Test
    void mojibakeIsRepaired() {
        String right = "The mayor’s café paid “two million” for the ferry, naïve as it was; São Paulo’s SÃO stays.";
        String wrong =
                new String(right.getBytes(StandardCharsets.UTF_8), java.nio.charset.Charset.forName("windows-1252"));
        assertThat(read("a.txt", wrong + "\n\nNobody else had made an offer for the old ship.")
                        .text()
                        .value())
                .startsWith(right);
        assertThat(read("b.txt", right + "\n\nNobody else had made an offer for the old ship.")
                        .text()
                        .value())
                .startsWith(right);
    }

    @Test
    void otherEncodingsAreKnownByTheirLetters() {
        String russian = "Паром был продан в Берген за два миллиона крон, сообщила газета. Никто "
                + "другой не сделал предложения за старое судно.";
        assertThat(TestArticles.read("r.txt", russian.getBytes(java.nio.charset.Charset.forName("windows-1251")))
                        .text()
                        .value())
                .isEqualTo(russian);
    }

    @Test
    void ligaturesAndHyphensAreRepaired() {
        assertThat(read(
                                "l.txt",
                                "The o\uFB03ce sold the fer\u00ADry for an amount that "
                                        + "no-\nbody in the old town would ever have thought "
                                        + "of before\nthe war, the harbour master told us in "
                                        + "the evening.")
                        .text()
                        .value())
                .startsWith("The office sold the ferry for an amount that nobody in the old town");
    }

    @Test
    void theFileNameGivesTheDateWhereNothingElseDoes() {
        Article article = read(
                "2024-10-01-ferry.txt",
                "The ferry was sold to Bergen for two million crowns. Nobody had sailed in her.");
        assertThat(article.imprint().published()).isEqualTo("2024-10-01");
        assertThat(article.annotations().metadata().provenance())
                .containsEntry("published", "file name")
                .containsEntry("title", "first words");
    }

    @Test
    void markdownTablesAndLinksAreKept() {
        Article article = read(
                "m.md",
                "---\ntitle: T\nsubtitle: S\nupdated: 2025-01-02\n---\n\nThe [register](https://r"
                        + "egister.example/7) has it.\n\n| Year | Price |\n|---|---|\n| 2019 "
                        + "| three |\n");
        assertThat(article.text().value()).isEqualTo("The register has it.\n\nYear | Price\n\n2019 | three");
        assertThat(article.annotations().mentions())
                .singleElement()
                .satisfies(link -> assertThat(article.text().slice(link.span())).isEqualTo("register"));
        assertThat(article.annotations().metadata().modified()).isEqualTo("2025-01-02");
        assertThat(article.blocks().getFirst().place()).isEqualTo("line 7");
    }

    @Test
    void sentencesAreComputedOnceAndKept() {
        Article article = read("a.md", "# One\n\nShe sailed. Nobody saw her.\n\nShe came back.");
        assertThat(article.sentences()).isSameAs(article.sentences());
        assertThat(article.sentences().stream().map(article.text()::slice))
                .containsExactly("She sailed.", "Nobody saw her.", "She came back.");
        assertThat(article.sentencesIn(article.blocks().getLast()))
                .containsExactly(article.sentences().getLast());
    }
}
