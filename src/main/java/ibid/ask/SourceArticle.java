package ibid.ask;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Imprint;
import ibid.search.Hit;

/**
 * An article as named in a footnote.
 *
 * @param origin the article it is a copy of, or itself: sources with the same origin count as one source
 */
public record SourceArticle(ArticleId id, Imprint imprint, ArticleId origin) {

    public static SourceArticle of(Article article, ArticleId origin) {
        return new SourceArticle(article.id(), article.imprint(), origin);
    }

    public static SourceArticle of(Hit hit) {
        return of(hit.article(), hit.origin());
    }
}
