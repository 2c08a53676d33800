package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.TestArticles;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles in several elements, and what stands beside them that is longer than they are. */
class ArticlePartsTest {

    private static final String ONE =
            "<p>The quarry at Selt was closed on Friday, since its last seam of slate had run out, the owner said.</p>";
    private static final String TWO =
            "<p>Of the forty men who worked there eleven have found work in the mill, and the rest will move away.</p>";
    private static final String THREE =
            "<p>The town has bought the pit for one crown, and will let the river fill it by the end of the year.</p>";
    private static final String LONG = (ONE + TWO + THREE).repeat(3);

    private static Article read(String body) {
        return TestArticles.read(
                "a.html", "<html><head><title>Quarry closed</title></head><body>" + body + "</body></html>");
    }

    private static String repeat(int times, String element) {
        return IntStream.rangeClosed(1, times)
                .mapToObj(number -> element.replace("#", Integer.toString(number)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><div class='article-text grey'>%s</div><i></i><div class='article-text grey last'>%s</div></div>",
                "<main><article class='head'>%s</article><article class='rest'>%s</article></main>",
                "<div><div class='a'>%s</div><div><div><div class='b'>%s</div></div></div></div>",
                "<div><div><div><p>Then.</p>%s</div></div><div><div><div><p>%s</p></div></div></div></div>"
            })
    void allPartsAreRead(String page) {
        String text = read("<h1>Quarry closed</h1>" + page.formatted(ONE + TWO, THREE))
                .text()
                .value();
        assertThat(text).contains("run out, the owner said.", "move away.", "end of the year.");
    }

    @Test
    void commentsAreNoArticleHoweverLong() {
        String comments = "<ul class='commentlist'>"
                + repeat(
                        12,
                        "<li>" + "<p>Reader # has swum there as a child, and "
                                + "remembers how cold the water was, how deep, and what was said of it.</p></li>")
                + "</ul>";
        Article article = read("<h1>Quarry closed</h1><div class='storycontent'>" + ONE + TWO + "</div>" + comments);
        assertThat(article.text().value()).contains("run out").doesNotContain("Reader");
    }

    @Test
    void listsOfStoriesAndGalleriesBelowTheArticleAreNoneOfIt() {
        String stories = "<ul>"
                + repeat(
                        30,
                        "<li><h3><a href='/s#'>Bridge # closed</a></h3><p>The bridge is closed for "
                                + "cars until the rains come, which is late in the year.</p></li>")
                + "</ul>";
        String pictures = "<ul>"
                + repeat(
                        30,
                        "<li><h2>#/30 Slate</h2><p>A picture of the old pit, taken from the side "
                                + "of the river long before it was filled.</p></li>")
                + "</ul>";
        Article article = read("<div id='Main'><h1>Quarry closed</h1>" + LONG + stories + pictures + "</div>");
        assertThat(article.text().value()).contains("run out").doesNotContain("Bridge", "picture");
    }

    @Test
    void aListOfStoriesIsTheArticleWhereNothingElseIs() {
        String list =
                "<ul>" + repeat(12, "<li><a href='/s#'>How the town of Ford # mended its bridge</a></li>") + "</ul>";
        String form = "<form><textarea></textarea><p>Fill in your details below or click an icon to log in.</p></form>";
        Article article = read("<div class='entry'><h1>Quarry closed</h1>" + list + "</div>" + form);
        assertThat(article.text().value()).contains("Ford 7").doesNotContain("Fill in");
    }

    @Test
    void aRequestForConsentIsNoArticleHoweverLong() {
        String request = "<div id='consent-box'><p>"
                + "We and our 211 partners store cookies on your device and read them for what you like best. "
                        .repeat(15)
                + "</p></div>";
        assertThat(read(request + "<aside class='story'>" + ONE + TWO + "</aside>")
                        .text()
                        .value())
                .contains("run out")
                .doesNotContain("partners");
    }

    @Test
    void whatIsShownWithoutAScriptAndWhatAFormHoldsIsRead() {
        assertThat(read("<div class='post'><noscript>" + LONG + "</noscript></div>")
                        .text()
                        .value())
                .contains("run out");
        assertThat(read("<form id='main'><input type='email'><div>"
                                + LONG.replace("<p>", "<div>").replace("</p>", "</div>") + "</div></form>")
                        .text()
                        .value())
                .contains("run out");
    }

    @Test
    void aPartThatIsHiddenBesideShownTextStaysHidden() {
        String hidden = "<div style='visibility:hidden'>" + LONG.replace("quarry", "secret") + "</div>";
        assertThat(read("<article>" + hidden + "<div>" + ONE + TWO + "</div></article>")
                        .text()
                        .value())
                .contains("quarry")
                .doesNotContain("secret");
    }

    @Test
    void aParagraphAboveWhatHoldsMostOfTheProseIsRead() {
        String gallery = "<div>" + repeat(3, "<div><h2>Picture #</h2>" + LONG + "</div>") + "</div>";
        assertThat(read("<div class='news'>" + ONE.replace("slate", "marble") + gallery + "</div>")
                        .text()
                        .value())
                .contains("marble", "Picture 3");
    }

    @Test
    void sectionsOfThePageItselfAreOneArticleButABoxBesideItIsNot() {
        assertThat(read("<section><h1>Quarry closed</h1>" + ONE + TWO + "</section><section>" + THREE
                                + "</section><section>" + ONE.replace("slate", "marble") + "</section>")
                        .text()
                        .value())
                .contains("move away.", "end of the year.", "marble");
        assertThat(read("<div><h1>Quarry closed</h1>" + ONE + TWO + "</div><div class='side'>" + THREE + "</div>")
                        .text()
                        .value())
                .doesNotContain("end of the year.");
    }

    @Test
    void thePostThatIsAListOfLinksIsRead() {
        String links = repeat(
                5,
                "<li><p><a href='https://o.example/#'>Town number # buys its quarry</a></p><p>via the Post</p></li>");
        assertThat(read("<article><h1>Quarry closed</h1><div class='entry-content'><ul>" + links
                                + "</ul><p>Posted from a list. The rest is there.</p></div></article>")
                        .text()
                        .value())
                .contains("Town number 4 buys its quarry", "Posted from a list.");
    }
}
