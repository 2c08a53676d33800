package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page does not show is not quoted; what only some screens hide is. */
class HiddenElementsTest {

    private static final String SEEN =
            "<p>The mill at Orve was sold to its workers for nine thousand crowns, the notary said on Monday.</p>"
                    + "<p>They will pay the sum over ten years, and nobody who has worked there will have to go.</p>";

    private static Article read(String body) {
        return TestArticles.read(
                "a.html", "<html><head><title>Mill</title></head><body><article>" + body + "</article></body></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='d-none'>%s</p>",
                "<span class='sr-only'>%s</span>",
                "<p class='lead visually-hidden'>%s</p>",
                "<div style='max-height:0;overflow:hidden'>%s</div>",
                "<div style='visibility:collapse'>%s</div>",
                "<p style='text-decoration:line-through'>%s</p>",
                "<p><s>%s</s></p>",
                "<p style='clip-path:circle(0)'>%s</p>",
                "<p style='color:rgba(0, 0, 0, 0)'>%s</p>",
                "<p style='color:#11223300'>%s</p>",
                "<p style='position:absolute;left:-100vw'>%s</p>",
                "<p style='position:fixed;top:-999em'>%s</p>",
                "<style>@media screen{.x{display:none}}</style><p class='x'>%s</p>",
                "<div style='background:#123456'><p style='color:#123456'>%s</p></div>",
                "<div bgcolor='#eeeeee'><font color='#eeeeee'>%s</font></div>"
            })
    void whatIsNotSeenIsNotText(String element) {
        String secret = "The owner had burnt the books of nine years.";
        Article article = read(SEEN + element.formatted(secret));
        assertThat(article.text().value()).doesNotContain("burnt");
        assertThat(article.annotations().removed()).contains(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='d-none d-md-block'>%s</p>",
                "<p class='hidden lg:block'>%s</p>",
                "<style>@media print{.x{display:none}}</style><p class='x'>%s</p>",
                "<p style='margin-left:-1.5em'>%s</p>",
                "<div style='background:#000'><p style='color:#fff'>%s</p></div>"
            })
    void whatWideScreensShowIsText(String element) {
        assertThat(read(SEEN + element.formatted("The owner kept the house beside it."))
                        .text()
                        .value())
                .contains("kept the house");
    }

    @Test
    void aCopyForOtherScreensIsSaidOnce() {
        Article article = read("<div class='desktop-only'>" + SEEN
                + "</div><div class='mobile-only' style='display:none'>" + SEEN + "</div>");
        assertThat(article.blocks()).hasSize(2);
        assertThat(read("<div class='hidden-xs'>" + SEEN + "</div><div class='visible-xs'>" + SEEN + "</div>")
                        .blocks())
                .hasSize(2);
    }

    @Test
    void aPageThatAScriptShowsIsRead() {
        assertThat(read("<div style='display:none'>" + SEEN + "</div>").blocks())
                .hasSize(2);
    }
}
