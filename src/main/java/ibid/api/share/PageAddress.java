package ibid.api.share;

import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses of the page for people who read an answer elsewhere.
 *
 * @param base address of this server as its client wrote it, without a slash at the end; empty if there is no server
 */
public record PageAddress(String base) {

    /** The article's own address, or the page's if the article has none. */
    public String of(ArticleBody article) {
        return article.url().isEmpty() ? inPage(article.id()) : article.url();
    }

    /** The article's own address, or the page's at the quoted words if the article has none. */
    public String of(FootnoteBody footnote) {
        ArticleBody article = footnote.article();
        if (!article.url().isEmpty()) {
            return article.url();
        }
        FootnoteBody.Quote quote = footnote.quote();
        return inPage(article.id()) + "/" + quote.start() + "-" + quote.end();
    }

    private String inPage(String article) {
        // encodeURIComponent, which the page uses, writes a space as %20.
        return base + "/#/a/"
                + URLEncoder.encode(article, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
