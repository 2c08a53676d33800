package ibid.api.mcp;

import ibid.api.ArticleBody;
import ibid.api.share.PageAddress;
import ibid.ask.SourceArticle;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of the tool {@code search}: articles, best first, in the shape that deep-research clients expect. */
public record FoundDocuments(List<Document> results) {

    /**
     * @param id   to be given to the tool {@code fetch}
     * @param text the best passage of the article
     */
    public record Document(String id, String title, String url, String text) {}

    /** Each article once, with its best passage. */
    public static FoundDocuments of(Ranking ranking, int limit, PageAddress page) {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Hit hit : ranking.hits()) {
            ArticleBody article = ArticleBody.of(SourceArticle.of(hit));
            if (documents.size() < limit) {
                documents.putIfAbsent(
                        article.id(), new Document(article.id(), article.title(), page.of(article), hit.text()));
            }
        }
        return new FoundDocuments(List.copyOf(documents.values()));
    }
}
