package ibid.api.mcp;

import ibid.api.ArticleBody;
import ibid.api.share.PageAddress;
import ibid.article.Article;
import ibid.article.Imprint;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of the tool {@code fetch}: one article whole.
 *
 * @param metadata publisher, author, published and language, each where it is known
 */
public record FetchedDocument(String id, String title, String text, String url, Map<String, String> metadata) {

    /** @param body the same article */
    public static FetchedDocument of(Article article, ArticleBody body, PageAddress page) {
        Imprint imprint = article.imprint();
        Map<String, String> metadata = new LinkedHashMap<>();
        add(metadata, "publisher", imprint.publisher());
        add(metadata, "author", imprint.author());
        add(metadata, "published", imprint.published());
        add(metadata, "language", imprint.language());
        return new FetchedDocument(body.id(), body.title(), article.text().value(), page.of(body), metadata);
    }

    private static void add(Map<String, String> metadata, String name, String value) {
        if (!value.isEmpty()) {
            metadata.put(name, value);
        }
    }
}
