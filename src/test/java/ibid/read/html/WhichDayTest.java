package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several days that a page states is the one on which its article came out. */
class WhichDayTest {

    private static final String PROSE =
            "<p>The ferry of Orve gets a new engine before the winter, the harbour master wrote on Monday.</p>"
                    + "<p>It comes from a yard that built the old one, and it burns a third less oil than that.</p>";

    private static String day(String head, String body) {
        String page = "<html><head>%s</head><body>%s</body></html>";
        String title = head.contains("<title>") ? "" : "<title>New engine for the ferry</title>";
        return TestArticles.read("a.html", page.formatted(title + head, body))
                .imprint()
                .published();
    }

    private static String underHeadline(String line) {
        return "<article><h1>New engine for the ferry</h1>" + line + PROSE + "</article>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><time class='published'>Thu, 3 May 2018</time><time class='updated'>Sun, 6 May 2018</time></a>",
                "<time itemprop='dateModified'>2018-05-06</time> <time datetime='2018-05-03'>3 May</time>",
                "<aside class='meta'><p>03.05.2018</p></aside>",
                "<aside class='blogData'><dl><dt>Datum</dt><dd>03.05.2018</dd></dl></aside>",
                "<ul><li><b>Published:</b> <i>3 May 2018</i></li></ul>",
                "<p>Ada Holm<br>3 May 2018</p>",
                "<p>Last updated: 6 May 2018<br>Published: 3 May 2018<br>Readers: 61</p>",
                "<div class='teaser_meta'><a href='/ada'>Ada Holm</a> / 3 May 2018 / 9:30</div>",
                "<div class='widget Blog'><abbr class='published' title='2018-05-03T21:05:00'>9:05</abbr></div>",
                "<span class='updated' title='2018-05-03T18:52:11+00:00'></span>",
                "<p>Article updated on 6 May 2018.</p><p class='date'>3 May 2018</p>"
            })
    void theDayOnWhichItCameOutIsTold(String line) {
        assertThat(day("", underHeadline(line))).isEqualTo("2018-05-03");
    }

    @Test
    void aSiteNamedInTheTitleIsNoHeadline() {
        String head = "<title>New engine for the ferry - The Orve Gazette</title>";
        String body = "<header><h1>The Orve Gazette</h1><p>6 May 2018</p></header>"
                + "<div><h2>New engine for the ferry</h2><p>3 May 2018</p>" + PROSE + "</div>";
        assertThat(day(head, body)).isEqualTo("2018-05-03");
    }

    @Test
    void aLabelInTheHeadlineIsNoPartOfIt() {
        String head = "<title>New engine for the ferry – Orve</title>";
        String body = "<h1>New engine for the ferry <span>Subscribers</span></h1><p>3 May 2018</p>" + PROSE
                + "<div><strong>Fair</strong> <time pubdate datetime='2018-05-06'>6 May</time></div>";
        assertThat(day(head, body)).isEqualTo("2018-05-03");
    }

    @Test
    void whereTwoStatementsDifferTheDayThatReadersSeeDecides() {
        String head = article("\"datePublished\":\"2018-05-01\"")
                + "<meta property='article:published_time' content='2018-05-03T08:29:34'>";
        assertThat(day(head, underHeadline("<p>3 May 2018</p>"))).isEqualTo("2018-05-03");
        assertThat(day(head, underHeadline(""))).isEqualTo("2018-05-01");
    }

    private static String article(String stated) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                + "\"New engine for the ferry\"," + stated + "}</script>";
    }

    @Test
    void anAddressTellsTheDayOfAPageThatCameOutAnew() {
        String head = "<link rel='canonical' href='https://orve.example/2018/5/3/engine'>"
                + article("\"datePublished\":\"2019-06-17T18:28:00+0200\"");
        assertThat(day(head, underHeadline(""))).isEqualTo("2018-05-03");
    }

    @ParameterizedTest
    @CsvSource({"2018-05-03T18:37:00+01:00, 2018-05-03", "2018-05-03T01:37:00Z, 2018-05-02"})
    void anAddressIsFollowedOnlyWhereItIsThatDaySomewhere(String stamp, String day) {
        String head = "<link rel='canonical' href='https://orve.example/2018/05/02/engine'>"
                + article("\"datePublished\":\"" + stamp + "\"");
        assertThat(day(head, underHeadline(""))).isEqualTo(day);
    }

    @Test
    void aStatedElementIsBelievedBeforeAMetaElement() {
        String body = underHeadline("<div class='footer'><time itemprop='datePublished' datetime='2018-05-03'></div>");
        assertThat(day("<meta name='date' content='2018-05-01'>", body)).isEqualTo("2018-05-03");
    }

    @Test
    void aMetaElementOfAnyNameThatEndsInPublishedIsRead() {
        assertThat(day("<meta property='orve_photos:uploaded' content='2018-05-03T04:36'>", underHeadline("")))
                .isEqualTo("2018-05-03");
    }

    @Test
    void aScriptThatDoesNotSayItsTypeIsRead() {
        String head = "<script>{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", \"headline\": "
                + "\"New engine for the ferry\", \"datePublished\": \"2018-05-03\"}</script>";
        assertThat(day(head, underHeadline(""))).isEqualTo("2018-05-03");
    }

    @Test
    void theLanguageOfAnXhtmlPageOrdersItsFigures() {
        String page = "<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='en-GB'><head><title>New engine for the "
                + "ferry</title></head><body>" + underHeadline("<span>03/05/2018</span>") + "</body></html>";
        assertThat(TestArticles.read("a.html", page).imprint().published()).isEqualTo("2018-05-03");
    }

    @Test
    void aChineseSentenceThatBeginsWithADayIsNoDateLine() {
        String line = "<div>2018年5月3日，渡轮在旧码头换上了新的发动机，船长当天就试了一次。</div>";
        assertThat(day("", underHeadline(line))).isEmpty();
    }

    @Test
    void aDayBeforeThereWasAWebIsNotThePages() {
        assertThat(day("", underHeadline("<dl><dt>Lit</dt><dd>28 January 1975</dd></dl>")))
                .isEmpty();
    }
}
