package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boilerplate of a page, and text that only looks like it; dropped text is listed as removed. */
class BoilerplateTest {

    private static final String ONE =
            "<p>The ferry Aurelia was sold to Bergen for two million crowns, the harbour office said on Monday.</p>";
    private static final String TWO =
            "<p>Nobody else had made an offer for the old ship, which has lain in the harbour for six years.</p>";

    private static Article read(String body) {
        return read("", body);
    }

    private static Article read(String head, String body) {
        String html = "<html><head><title>Ferry sold</title>" + head + "</head><body>" + body + "</body></html>";
        return TestArticles.read("a.html", html);
    }

    @Test
    void everythingDroppedIsKeptWhatIsHiddenFirstTheRestInTheOrderOfThePage() {
        Article article = read("<nav><a href='/'>Home</a></nav><div class='cookie-banner'><p>We use "
                + "cookies on this page to count those who read it.</p></div><article><h1>Ferry "
                + "sold</h1>"
                + ONE
                + "<div class='newsletter'><p>Sign up for our weekly letter about ships and harbours.</p></div>"
                + TWO + "<div hidden><p>Hidden words.</p></div></article>"
                + "<section class='comments'><p>I sailed in her once with my "
                + "aunt.</p></section><footer><p>Harbour Gazette</p></footer><script>alert("
                + "1)</script>");
        assertThat(article.annotations().removed())
                .containsExactly(
                        "Hidden words.",
                        "Home",
                        "We use cookies on this page to count those who read it.",
                        "Sign up for our weekly letter about ships and harbours.",
                        "I sailed in her once with my aunt.",
                        "Harbour Gazette");
    }

    @Test
    void whatIsDroppedHasNoMarks() {
        Article article = read("<article>" + ONE + TWO
                + "</article><aside><p>See the <a href='https://register.example/7'>registe"
                + "r</a> for more.</p></aside>");
        assertThat(article.annotations().removed()).containsExactly("See the register for more.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='elementor-widget'>%s</div>",
                "<div class='paywall'>%s</div>",
                "<section id='social-impact'>%s</section>",
                "<div id='share-of-exports'>%s</div>",
                "<div class='read-more-content'>%s</div>",
                "<section class='social'>%s</section>",
                "<div aria-hidden='true'>%s</div>",
                "<aside>%s</aside>",
                "<div class='has-sidebar'>%s</div>"
            })
    void proseStaysWhateverItsClassName(String element) {
        assertThat(read("<article>" + ONE + TWO + ONE.replace("Aurelia", "Borealis")
                                + element.formatted("<p>Families on the islands lost a third of "
                                        + "their income in the first winter, a survey "
                                        + "found.</p>")
                                + "</article>")
                        .text()
                        .value())
                .contains("Families on the islands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2 id='credit-crunch'>Credit crunch</h2>",
                "<h2 id='share-of-exports'>Share of exports</h2>",
                "<h3><button>What happens next?</button></h3>",
                "<h2>Copyright reform also on the table</h2>",
                "<h2>Subscribers leave the fund</h2>"
            })
    void headingsStayWhateverTheirClassName(String heading) {
        Article article = read("<article>" + ONE + heading + TWO + "</article>");
        assertThat(article.blocks())
                .extracting(Block::kind)
                .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.HEADING, Block.Kind.PARAGRAPH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure><img src=a><figcaption class='wp-caption-text'>%s <span class='credit'>P"
                        + "hoto: A. Berg</span></figcaption></figure>",
                "<div class='wp-caption'><img src=a><p class='wp-caption-text'>%s</p></div>",
                "<figure><figcaption class='image-caption'>%s</figcaption></figure>"
            })
    void captionsStayAsCaptions(String figure) {
        Article article = read(
                "<article>" + ONE + figure.formatted("Lorries wait on the pier in the rain.") + TWO + "</article>");
        assertThat(article.blocks())
                .filteredOn(block -> block.kind() == Block.Kind.CAPTION)
                .singleElement()
                .satisfies(block -> assertThat(article.text().slice(block.span()))
                        .isEqualTo("Lorries wait on the pier in the rain."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photographs showed three lorries waiting at the gate on Thursday.",
                "More in the region now favour the treaty than oppose it.",
                "Subscribers to the fund will pay less than before.",
                "Share it with neighbours, the mayor told her town.",
                "Follow US policy and you see the same pattern, he said.",
                "Tags: the customs office will put electronic tags on each lorry.",
                "Sign up rates fell by a tenth in the north last year."
            })
    void sentencesAreNoFurniture(String sentence) {
        assertThat(read("<article>" + ONE + "<p>" + sentence + "</p>" + TWO + "</article>")
                        .text()
                        .value())
                .contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sign up for our weekly newsletter and never miss a story again.",
                "Follow us on the usual networks for all the news of the harbour.",
                "All rights reserved by the owners of this page and others.",
                "Lesen Sie auch: Die Fähre bleibt im alten Hafen liegen.",
                "Read also: Singer opens a bakery in the old lighthouse.",
                "Photo by Anna Berg",
                "© 2025 Harbour Gazette",
                "Share this article"
            })
    void requestsAndCreditsAre(String line) {
        Article article = read("<article>" + ONE + "<p>" + line + "</p>" + TWO + "</article>");
        assertThat(article.text().value()).doesNotContain(line);
        assertThat(article.annotations().removed()).containsExactly(line);
    }

    @Test
    void answersThatRecurStay() {
        Article article = read("<article>" + ONE
                + "<p>Q: Did you see her leave?</p><p>A: No.</p><p>Q: Did anybody else?</p><p>A: No.</p>" + TWO
                + "</article>");
        assertThat(article.text().value()).containsSubsequence("A: No.", "A: No.");
    }

    private static final String POST = "<article><h2>%s</h2><p>Some twelve thousand homes in the town of %s lost "
            + "power at dawn, the operator said on its page.</p></article>";

    @Test
    void thePostsOfALiveBlogAreItsText() {
        Article article = read("<main><article><h1>Storm live</h1>" + ONE + POST.formatted("One", "Marrow")
                + POST.formatted("Two", "Ellby") + POST.formatted("Three", "Holt") + "</article></main>");
        assertThat(article.text().value()).contains("Marrow", "Ellby", "Holt");
    }

    @Test
    void articlesInAnArticleThatLeadElsewhereAreTeasers() {
        String teaser = POST.replace("<h2>%s</h2>", "<h2><a href='/%s'>More</a></h2>");
        Article article = read("<main><article><h1>Ferry sold</h1>" + ONE + TWO + "<div>"
                + teaser.formatted("one", "Marrow") + teaser.formatted("two", "Ellby")
                + teaser.formatted("three", "Holt") + "</div></article></main>");
        assertThat(article.text().value()).doesNotContain("Marrow", "Ellby");
    }
}
