package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.read.TestArticles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that stay articles whatever their elements are called, and notices of a site that are none. */
class RunningTextTest {

    private static final String ONE =
            "The mill at Orve was sold to its workers for nine thousand crowns, the notary said on Monday.";
    private static final String TWO =
            "They will pay the sum over ten years, and nobody who has worked there so far will have to go.";
    private static final String PROSE = "<p>" + ONE + "</p><p>" + TWO + "</p>";
    private static final String OTHERS =
            "<div class='teaser-row'><h4><a href='/1'>Bridge closed</a></h4><p>The bridge at "
                    + "Tarn will be closed for cars from May until the rains come in the late autumn.</p></div>";

    private static Article read(String body) {
        return read("", body);
    }

    private static Article read(String head, String body) {
        return TestArticles.read("a.html", page(head, body));
    }

    private static String page(String head, String body) {
        return "<html><head><title>Mill sold</title>" + head + "</head><body>" + body + "</body></html>";
    }

    private static List<String> lines(Article article) {
        return article.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .map(block -> article.text().slice(block.span()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='story-content-breaking-news'>%s</div>",
                "<article class='post-12 type-post category-breaking-news tag-cookies tag-related hentry'>%s</article>",
                "<section class='post-12 post category-sponsor tag-comments'><div class='article'>%s</div></section>",
                "<aside class='text-column'>%s</aside>"
            })
    void anArticleStaysWhateverItsElementIsCalled(String element) {
        Article article = read("<h1>Mill sold</h1>" + element.formatted(PROSE) + "<div>" + OTHERS.repeat(6) + "</div>");
        assertThat(lines(article)).containsExactly(ONE, TWO);
    }

    @Test
    void shortSentencesBeforeTheFirstLongOneAreText() {
        Article article = read("<h1>Mill sold</h1><p>Sold at last.</p><p>It opens on 3 May 2018.</p>" + PROSE);
        assertThat(lines(article)).containsExactly("Sold at last.", "It opens on 3 May 2018.", ONE, TWO);
    }

    @Test
    void shortAnswersAtTheTopOfAnInterviewAreText() {
        String questions = "<h3>When was it sold?</h3><p>Too late.</p><h3>To whom?</h3>";
        assertThat(lines(read("<h1>Mill sold</h1>" + questions + PROSE))).containsExactly("Too late.", ONE, TWO);
    }

    @Test
    void quantitiesBelowTheTextAreItsOwn() {
        String list = "<h2>For the pie</h2><div>250 g of flour</div><div>3 eggs</div><div>1 l of milk</div>";
        Article below = read("<div><div><h2>How</h2>" + PROSE + "</div><div>" + list + "</div></div>");
        assertThat(lines(below)).containsExactly(ONE, TWO, "250 g of flour", "3 eggs", "1 l of milk");
        assertThat(lines(read("<article>" + PROSE + list + "</article>"))).contains("3 eggs");
    }

    @Test
    void aCapitalWithAnAccentBeginsAnInvitationToo() {
        Article article = read(PROSE + "<p>À lire aussi : Le bac devient plus cher</p>");
        assertThat(lines(article)).containsExactly(ONE, TWO);
    }

    @Test
    void textInSpansAndLineBreaksIsText() {
        assertThat(lines(read(
                        "<div class='x'><div><span>" + ONE + "</span></div><div><span>" + TWO + "</span></div></div>")))
                .containsExactly(ONE, TWO);
        assertThat(lines(
                        read("<article><h1>Mill sold</h1>The wheel goes round<br>the wheel stands still<br>and all who "
                                + "sleep will wake<br><br>" + ONE + "</article>")))
                .containsExactly("The wheel goes round the wheel stands still and all who sleep will wake", ONE);
    }

    @Test
    void theLeadOutsideTheElementOfTheTextIsText() {
        String lead = "Nine thousand crowns are enough for a mill, its owner found, and sold it to those who run it.";
        Article article = read("<div><h1>Mill sold</h1><div class='standfirst'>" + lead
                + "</div><div class='article-body'>" + PROSE.repeat(3) + "</div></div>");
        assertThat(lines(article).getFirst()).isEqualTo(lead);
    }

    @Test
    void aShortListUnderAHeadingIsTextAboveTheFirstSentence() {
        Article article =
                read("<main><h1>Mill sold</h1><h2>What was sold</h2><ul><li>2 wheels</li><li>1 house</li></ul>" + PROSE
                        + "</main>");
        assertThat(lines(article)).containsExactly("2 wheels", "1 house", ONE, TWO);
    }

    @Test
    void commentsNeverReplaceAShortArticle() {
        String comment =
                "<li class='comment'><p>I have worked at that mill for thirty years and never saw its owner.</p></li>";
        Article article = read("<main><article><h1>Mill sold</h1><p>" + ONE + "</p></article><ol class='comment-list'>"
                + comment.repeat(20) + "</ol></main>");
        assertThat(lines(article)).containsExactly(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id='x1'><p>We use cookies on this site to improve your experience. You can reject them.</p>"
                        + "<p>Cookies are small files that your browser stores. Using it you agree to them.</p></div>",
                "<p>Wir verwenden Cookies. Wenn Sie zustimmen, speichern wir diese auf Ihrem Gerät.</p>",
                "<p>We and our 212 partners store data on your device for the purposes that follow.</p>",
                "<p>Please enable JavaScript in your browser to see the whole of this page.</p>",
                "<div class='regwall'><h3>Read on</h3><p>Subscribe now from two crowns a week.</p></div>",
                "<p>Already a member? Log in here to go on.</p>",
                "<form action='/c'><p>Fill in your details below or click an icon to log in to the page.</p>"
                        + "<textarea name='comment'></textarea></form>"
            })
    void whatASiteSaysToItsVisitorsIsNotText(String notice) {
        Article article = read("<article><h1>Mill sold</h1>" + PROSE + notice + "</article>");
        assertThat(lines(article)).containsExactly(ONE, TWO);
        assertThat(article.annotations().removed()).isNotEmpty();
    }

    @Test
    void anArticleAboutCookiesKeepsItsSentences() {
        String about =
                "Most sites ask visitors to accept cookies, and we found that nine in ten do so without reading.";
        Article article = TestArticles.read(
                "a.html",
                "<html><head><title>Cookie banners do not work</title></head><body><article><p>" + about + "</p>"
                        + PROSE + "</article></body></html>");
        assertThat(lines(article)).containsExactly(about, ONE, TWO);
    }

    @Test
    void aPageThatShowsItsTextWithAScriptIsReadFromItsMetadata() {
        String head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mill sold\","
                + "\"articleBody\":\"" + ONE + "\\n\\n" + TWO + "\"}</script>";
        assertThat(lines(read(head, "<div id='app'><p>You need to enable JavaScript to run this app.</p></div>")))
                .containsExactly(ONE, TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id='app'><p>Loading…</p></div>",
                "<noscript>Please enable JavaScript.</noscript><div>Loading, please wait...</div>",
                "<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p><p>Seite wird geladen …</p>",
                "<p>Checking your browser before you go on.</p><p>Protection by Orve</p>",
                "<h1>404</h1><p>The page you were looking for does not exist.</p><a href='/'>Home</a>",
                "<p>You do not have permission to access this page on this server.</p><p>Reference 18.2</p>"
            })
    void aPageSavedWithoutItsTextIsSkippedWithTheMend(String body) {
        assertThat(TestArticles.reason("a.html", page("", body).getBytes(StandardCharsets.UTF_8)))
                .startsWith("the page was saved without its text; it says “")
                .endsWith("save it again");
    }

    @Test
    void aShortArticleMaySpeakOfLoading() {
        String about = "Loading the ferry at Orve takes an hour, and nobody is let on board before.";
        assertThat(lines(read("<article><h1>Ferry</h1><p>" + about + "</p></article>")))
                .containsExactly(about);
    }

    @Test
    void theIngredientsInASectionOfTheirOwnAreText() {
        String steps = "<div><span>1</span><p>" + ONE + "</p></div><div><span>2</span><p>" + TWO + "</p></div>";
        Article article = read("<section class='box'><h2>You need</h2><div><span>250 g of flour</span></div><div>"
                + "<span>3 eggs</span></div></section><section class='method'><h2>Method</h2>" + steps + "</section>");
        assertThat(lines(article)).containsExactly("250 g of flour", "3 eggs", "1", ONE, "2", TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='ingredients'><span>250 g of flour</span><span>3 brown eggs</span></div>",
                "<div class='recipe-ingredients'><div>250 g of flour</div><div>3 brown eggs</div></div>",
                "<div><div itemprop='recipeIngredient'>250 g of flour</div>"
                        + "<div itemprop='recipeIngredient'>3 brown eggs</div></div>"
            })
    void ingredientsInAnyElementAreLinesOfTheText(String ingredients) {
        Article article = read("<div class='recipe'><h1>Mill sold</h1>" + ingredients + "<div class='steps'>" + PROSE
                + "</div></div>");
        assertThat(lines(article)).containsExactly("250 g of flour", "3 brown eggs", ONE, TWO);
    }

    @Test
    void spansThatPartAWordOrANumberDoNotPartIt() {
        String line = "<p><span>He said th</span><span>at the wheel of 20</span><span>24 stands still.</span></p>";
        assertThat(lines(read("<article>" + PROSE + line + "</article>")))
                .containsExactly(ONE, TWO, "He said that the wheel of 2024 stands still.");
    }

    @Test
    void aFormForCommentsBelowAListOfLinksIsNotTheArticle() {
        String form = "<div class='comment-respond'><form><p>Your email address will not be published.</p>"
                + "<textarea></textarea><p>Save my name and email in this browser for the next time.</p></form></div>";
        String item = "<li><a href='https://e.example/1'>How the valley of Orve got its first mill</a></li>";
        Article article = read("<div class='entry'><h1>Mill sold</h1><ul>" + item.repeat(9) + "</ul></div>" + form);
        assertThat(lines(article)).hasSize(9).allMatch("How the valley of Orve got its first mill"::equals);
    }

    @Test
    void proseThatWasLeftOutWithoutAnArticleIsSaidToTheEditor() {
        String page = page("", ("<div class='comment'>" + PROSE + "</div>").repeat(5));
        assertThat(TestArticles.reason("a.html", page.getBytes(StandardCharsets.UTF_8)))
                .startsWith("no article found, although ")
                .contains("reading view");
    }

    @Test
    void aHeaderThatIsNotClosedHidesNoArticle() {
        String links =
                "<a href='/1'>Orve</a> <a href='/2'>Tarn and the valley</a> <a href='/3'>All stories of the day</a>";
        String body =
                "<header role='banner'><div>" + links.repeat(9) + "</div><div><p>Mill sold | Orve Gazette</p><main>"
                        + "<article><h1>Mill sold</h1>" + PROSE + "</article></main></div></header>";
        assertThat(read(body).text().value()).contains(ONE, TWO);
    }

    @Test
    void aLineThatRepeatsThePagesTitleIsNoText() {
        Article article = read("<p>Mill sold</p><article>" + PROSE + "</article><p>Mill sold</p>");
        assertThat(article.text().value()).isEqualTo(ONE + "\n\n" + TWO);
    }
}
