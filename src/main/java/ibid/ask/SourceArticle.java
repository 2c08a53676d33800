package ibid.ask;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Correction;
import ibid.article.Imprint;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.search.Hit;
import java.util.Optional;

/**
 * An article as named in a footnote.
 *
 * @param origin     the article it is a copy of, or itself: sources with the same origin count as one source
 * @param correction the newest notice that corrects it, if it was corrected
 */
public record SourceArticle(ArticleId id, Imprint imprint, ArticleId origin, Optional<Correction> correction) {

    public static SourceArticle of(Article article, IndexSnapshot snapshot) {
        return of(new ArticleSummary(article.id(), article.imprint()), snapshot);
    }

    public static SourceArticle of(ArticleSummary article, IndexSnapshot snapshot) {
        ArticleId origin = snapshot.nearDuplicates().originOf(article.id());
        return new SourceArticle(
                article.id(), article.imprint(), origin, snapshot.corrections().of(article.id()));
    }

    public static SourceArticle of(Hit hit) {
        return new SourceArticle(hit.article().id(), hit.article().imprint(), hit.origin(), hit.correction());
    }
}
