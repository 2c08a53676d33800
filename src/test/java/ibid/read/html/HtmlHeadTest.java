package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Imprint;
import ibid.read.TestArticles;
import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Author and date of a page, from the page itself and not from linked stories. */
class HtmlHeadTest {

    private static final String TEXT = "<p>The ferry Aurelia was sold to Bergen for two million crowns, the harbour "
            + "office said on Monday.</p><p>Nobody else had made an offer for the old "
            + "ship, which has lain there for six years.</p>";

    private static Article read(String head, String body) {
        String html = "<html><head><title>Ferry sold</title>" + head + "</head><body>" + body + "</body></html>";
        return TestArticles.read("a.html", html);
    }

    @Test
    void propertiesOfAnotherStoryAreNotThePages() {
        Imprint imprint = read(
                        "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\","
                                + "\"headline\":\"Storm comes\",\"author\":{\"name\":\"Wrong "
                                + "Writer\"},\"keywords\":[\"storm\"],\"datePublished\":\"2019-01-01\"},"
                                + "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sold\","
                                + "\"author\":{\"@id\":\"#1\"},\"datePublished\":\"2024-06-07\"},"
                                + "{\"@type\":\"Person\",\"@id\":\"#1\",\"name\":\"Right "
                                + "Writer\"}]</script>",
                        "<article><h1>Ferry sold</h1>" + TEXT + "</article>")
                .imprint();
        assertThat(imprint.author()).isEqualTo("Right Writer");
        assertThat(imprint.published()).isEqualTo("2024-06-07");
        assertThat(imprint.topics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Jill Marsh, Associated Press | Jill Marsh | ''",
                "By Carl Weir, May 7, 2003 | Carl Weir | 2003-05-07",
                "Von Petra Vogel, 16. Oktober 2024 | Petra Vogel | 2024-10-16",
                "Ada Moss<br>Oct 16, 2024 | '' | 2024-10-16"
            })
    void linesUnderTheHeadlineSayWhoAndWhen(String line, String author, String day) {
        Article article = read("", "<article><h1>Ferry sold</h1><p>" + line + "</p>" + TEXT + "</article>");
        assertThat(article.imprint().author()).isEqualTo(author);
        assertThat(article.imprint().published()).isEqualTo(day);
        assertThat(article.text().value()).startsWith("The ferry");
        assertThat(article.annotations().removed()).isNotEmpty();
    }

    @Test
    void theDayOfATeaserIsNotThePages() {
        String teaser = "<div><a href='/f'>Storm comes</a> <time datetime='2024-01-02'>2 January</time></div>";
        assertThat(read(
                                "",
                                teaser + "<article><h1>Ferry sold</h1><time datetime='2024-06-07'>7 June</time>" + TEXT
                                        + "</article>")
                        .imprint()
                        .published())
                .isEqualTo("2024-06-07");
        assertThat(read(
                                "",
                                teaser + "<article><h1>Ferry sold</h1><p>Published: Friday, June 7, 2024</p>" + TEXT
                                        + "</article>")
                        .imprint()
                        .published())
                .isEqualTo("2024-06-07");
    }

    @Test
    void authorsOfPapersAreRead() {
        Imprint imprint = read(
                        "<meta name='citation_author' content='Vera Holm'><meta name='citation_au"
                                + "thor' content='Per Li'><meta name='dcterms.date' content='2024-09-12'>",
                        "<article>" + TEXT + "</article>")
                .imprint();
        assertThat(imprint.author()).isEqualTo("Vera Holm, Per Li");
        assertThat(imprint.published()).isEqualTo("2024-09-12");
    }

    @Test
    void elementsThatXhtmlClosesInTheirTagDoNotStandOpen() {
        String xhtml = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></"
                + "head><body><div class='related'/>"
                + TEXT + "</body></html>";
        assertThat(new HtmlFormat()
                        .read(new FileBytes("a.xhtml", xhtml.getBytes(StandardCharsets.UTF_8)))
                        .pieces())
                .hasSize(2);
    }
}
