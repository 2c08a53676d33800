package ibid.api.share;

import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Addresses for people who read an answer elsewhere: that of the article on the web, or where it has none its place in
 * Ibid's own page.
 *
 * @param origin what the reader calls this server, {@code http://127.0.0.1:7070}; empty if there is no server
 */
public record PageAddress(String origin) {

    /** Of an article. */
    public String of(ArticleBody article) {
        return isOfTheWeb(article.url()) ? article.url() : inPage(article.id());
    }

    /** Of a footnote; in the page at the quoted words. */
    public String of(FootnoteBody footnote) {
        ArticleBody article = footnote.article();
        FootnoteBody.Quote quote = footnote.quote();
        return isOfTheWeb(article.url())
                ? article.url()
                : inPage(article.id()) + "/" + quote.start() + "-" + quote.end();
    }

    private String inPage(String article) {
        // encodeURIComponent, which the page uses, writes a space as %20.
        return origin + "/#/a/"
                + URLEncoder.encode(article, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isOfTheWeb(String url) {
        String start = url.toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return false;
        }
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
