package ibid.ask;

import ibid.corpus.Article;
import ibid.corpus.ArticleId;
import ibid.corpus.Imprint;

/** An article as a footnote names it. */
public record Source(ArticleId id, Imprint imprint) {

    public static Source of(Article article) {
        return new Source(article.id(), article.imprint());
    }
}
