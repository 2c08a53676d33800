package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Imprint;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;

class HtmlFormatTest {

    private static final String PAGE = """
            <!doctype html><html lang="en-GB"><head><title>Ferry sold | Harbour Gazette</title>
            <meta property="og:site_name" content="Harbour Gazette">
            <meta property="article:published_time" content="2025-03-03T08:00:00Z">
            <link rel="canonical" href="https://harbour.example/ferry">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sold","author":[{"name":"Anna \
            Berg"}]}</script>
            <style>p{color:red}</style></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <div class="cookie-banner"><p>We use cookies to make your visit better. Please accept all of them \
            now.</p></div>
            <article><h1>Ferry sold</h1>
            <p>The ferry Aurelia has been sold to a company from Bergen for two million crowns, the harbour office \
            said.<sup><a href="#fn1" id="r1">1</a></sup> She was built in 1998.</p>
            <h2>A long wait</h2>
            <p>The yard had fitted engines that the insurers refused to accept, <a href="/x">and the town</a> could \
            not pay for others.</p>
            <blockquote><p>Nobody is to blame, but everybody was late, said the mayor on Monday \
            evening.</p></blockquote>
            <ul><li>1998: she is built.</li><li>2025: she is sold.</li></ul>
            <div class="related"><p><a href="/b">Singer opens bakery in old lighthouse, and everybody \
            comes.</a></p></div>
            <ol class="footnotes"><li id="fn1">Harbour office, statement of 3 March 2025, https://harbour.example/s. \
            <a href="#r1">↩</a></li></ol>
            </article>
            <footer><p>All rights reserved. Harbour Gazette is a trade mark of nobody.</p></footer>
            <script>alert("x")</script></body></html>
            """;

    private static Article read(String html) {
        return TestArticles.read("a.html", html);
    }

    @Test
    void whatIsSaidOfTheAuthorBelowTheTextIsLeftOut() {
        String text = "<p>Anna Berg is the pilot’s name too, the harbour office said on Monday.</p>"
                + "<p>The yard had fitted engines that the insurers refused to accept in the spring.</p>"
                + "<p>Olaf Lind is the mayor, and he said that nobody was to blame for that.</p>";
        String note = "Anna Berg has written about the islands for the Gazette since 2011.";
        Article article = read("<html><head><meta name=\"author\" content=\"Anna Berg\"><title>Ferry</title></head>"
                + "<body><article>" + text + "<p>" + note + "</p><p>Write to her if you know more.</p></article>");
        assertThat(article.text().value())
                .contains("Anna Berg is the pilot’s name too", "Olaf Lind is the mayor")
                .doesNotContain(note);
        assertThat(article.removed()).contains(note);
    }

    @Test
    void keepsParagraphsHeadingsQuotesAndItems() {
        Article article = read(PAGE);
        assertThat(article.blocks())
                .extracting(Block::kind)
                .containsExactly(
                        Block.Kind.PARAGRAPH,
                        Block.Kind.HEADING,
                        Block.Kind.PARAGRAPH,
                        Block.Kind.QUOTE,
                        Block.Kind.ITEM,
                        Block.Kind.ITEM);
        assertThat(article.text().value())
                .startsWith("The ferry Aurelia")
                .doesNotContain("cookies", "bakery", "Home", "rights reserved", "alert");
    }

    @Test
    void readsWhatThePageSaysOfItself() {
        Imprint imprint = read(PAGE).imprint();
        assertThat(imprint)
                .isEqualTo(new Imprint(
                        "Ferry sold",
                        "Anna Berg",
                        "Harbour Gazette",
                        "2025-03-03",
                        Imprint.DateBasis.STATED,
                        "https://harbour.example/ferry",
                        "en",
                        java.util.List.of()));
    }

    @Test
    void aLinkedNoteIsTakenOutAndTiedToItsSentence() {
        Article article = read(PAGE);
        assertThat(article.notes()).singleElement().satisfies(note -> {
            assertThat(note.label()).isEqualTo("1");
            assertThat(note.text()).startsWith("Harbour office, statement of 3 March 2025");
            assertThat(note.url()).isEqualTo("https://harbour.example/s");
        });
        assertThat(article.notesIn(article.sentences().getFirst())).hasSize(1);
        assertThat(article.text().value()).doesNotContain("statement of 3 March");
    }

    @Test
    void brokenMetadataIsAsGoodAsNone() {
        Article article = read("<html><head><title>T</title><script type='application/ld+json'>{oops</script></h"
                + "ead><body><p>A sentence that is long enough to be prose, as anybody "
                + "can see here.</p></body></html>");
        assertThat(article.imprint().title()).isEqualTo("T");
        assertThat(article.imprint().published()).isEmpty();
    }

    @Test
    void scriptsNeverBecomeText() {
        Article article = read("<body><p>A sentence that is long enough to be prose &lt;img src=x "
                + "onerror=alert(1)&gt; as anybody can see.</p><p onclick='x()'>Another "
                + "one follows it here, with nothing strange in it at all.</p></body>");
        assertThat(article.text().value())
                .contains("<img src=x onerror=alert(1)>")
                .doesNotContain("onclick");
    }
}
