package ibid.read.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site asks of its readers is no article, even where it is the longest prose of the page. */
class RequestsToReadersTest {

    private static final String TEXT =
            "<p>The library of Wexcombe is to lend tools as well as books from the first of March, its head said.</p>"
                    + "<p>Whoever holds a card may take two tools home for a week, and pays for what breaks.</p>";
    private static final String CONSENT =
            "We use cookies and like techniques to keep the site running and to fit what you see to your tastes. ";
    private static final String LETTER =
            "<p>Get our kitchen letter into your mailbox every Sunday, with three dishes for the week and a tip.</p>";
    private static final String RECIPE = "<ul><li>300 g of flour</li><li>4 eggs</li><li>1 pinch of salt</li></ul>"
            + "<ol><li>Beat the eggs.</li><li>Add the flour.</li><li>Bake it for half an hour.</li></ol>";

    private static String read(String title, String body) {
        Article article = TestArticles.read(
                "a.html", "<html lang='en'><head><title>" + title + "</title></head><body>" + body + "</body></html>");
        return article.text().value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%s</p><button>OK</button><aside>%s</aside>",
                "<div role='dialog'><p>%s</p></div><div>%s</div>",
                "<div class='modal'><div><p>%s</p></div></div><aside class='col'>%s</aside>"
            })
    void consentIsNotTheArticleHoweverLong(String page) {
        assertThat(read("Tools", page.formatted(CONSENT.repeat(9), TEXT)))
                .contains("its head said", "what breaks")
                .doesNotContain("cookies");
    }

    @Test
    void aParagraphAboutCookiesThatSaysMoreIsText() {
        String about = "<p>The law on cookies is old. " + "Judges have read it in nine ways since then. ".repeat(9)
                + "We use cookies, the shop had written, and that was not enough for the court.</p>";
        assertThat(read("A ruling", "<article>" + TEXT + about + "</article>")).contains("Judges have read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><h1>Cake</h1>%s<div class='newsletter-signup'>%s</div></article>",
                "<div class='recipe-container'><h2>Cake</h2>%s</div><div class='mailing-list'>%s</div>",
                "<article><h1>Cake</h1>%s</article><div class='subscribe'>%s</div>",
                "<article><h1>Cake</h1>%s<form>%s<input type='email'></form></article>"
            })
    void aLetterThatIsOfferedIsNotTheRecipe(String page) {
        assertThat(read("Cake", page.formatted(RECIPE, LETTER)))
                .contains("300 g of flour", "4 eggs", "Beat the eggs.", "Bake it")
                .doesNotContain("every Sunday");
    }

    @Test
    void aHeadedSectionOfShortLinesAboveAnotherIsText() {
        assertThat(read(
                        "Cake",
                        "<main><h1>Cake</h1><div><h4>You need</h4><p>300 g of flour<br>4 eggs</p></div>"
                                + "<div><h4>Steps</h4><p>Beat the eggs. Add the flour. Bake it for half an hour.</p>"
                                + "</div></main>"))
                .contains("You need", "300 g of flour", "4 eggs", "Steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section id='comments'><form><p>Please enter your name and your mail address, which is not shown to "
                        + "others. All comments are read by us first.</p></form></section>",
                "<div class='login'><p>To comment you need an account. Registration is free and asks only for "
                        + "a name.</p></div>",
                "<div id='respond'><p>You must be logged in to leave a comment, which takes but a minute.</p></div>"
            })
    void theFormForCommentsIsNotTheArticle(String form) {
        String links =
                "<li><a href='https://o.example/1'>A town opens a shop where chairs are mended by neighbours</a></li>"
                        .repeat(6);
        String list = "<div class='entry-content'><h1>Links for March</h1><ul>" + links + "</ul></div>";
        assertThat(read("Links for March", list + form))
                .contains("chairs are mended")
                .doesNotContain("omment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section class='gate'><p>This story is only for members of the Post.</p><p>Join now and support what "
                        + "we do, from 3 pounds a month.</p><p>I already have an account</p></section>",
                "<div><p>You have 0 free articles left this month.</p></div>",
                "<div><p>To read the full story, subscribe or sign in.</p></div>"
            })
    void theOfferBelowAPreviewIsNotText(String offer) {
        assertThat(read("Tools", "<article>" + TEXT + offer + "</article>")).endsWith("what breaks.");
    }

    @Test
    void partsThatHaveOnlyThePageInCommonAreOneArticle() {
        String second = "<p>Next year seeds are to be lent as well, if the frost spares the garden behind the hall.</p>"
                + "<p>A cobbler has offered to teach mending on Saturdays, and asks for nothing but tea.</p>";
        assertThat(read(
                        "Tools",
                        "<div class='c-a'><h1>Tools</h1>" + TEXT
                                + "</div><div class='promo'><a href='/x'>A pen</a></div>"
                                + "<div class='c-b'><div><div>" + second + "</div></div></div>"))
                .contains("its head said", "seeds are to be lent", "nothing but tea")
                .doesNotContain("A pen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Just a moment...</h1><p>The site needs to review the security of your connection first.</p>",
                "<h1>403 Forbidden</h1><p>You do not have permission to access this resource on the server.</p>",
                "<h1>404</h1><p>The page you are looking for could not be found. It may have been moved.</p>"
            })
    void thatAPageWasNotServedIsNoArticle(String body) {
        byte[] page = ("<html><head><title>Post</title></head><body>" + body + "</body></html>").getBytes(UTF_8);
        assertThat(TestArticles.reason("a.html", page)).startsWith("the page was saved without its text");
        String sentence = body.substring(body.indexOf("<p>") + 3, body.indexOf("</p>"));
        assertThat(read("Tools", "<article>" + TEXT + TEXT.replace("library", "school") + body + "</article>"))
                .contains(sentence);
    }
}
