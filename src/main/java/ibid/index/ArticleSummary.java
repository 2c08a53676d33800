package ibid.index;

import ibid.article.ArticleId;
import ibid.article.Imprint;

/** An article without its text, as in a list. */
public record ArticleSummary(ArticleId id, Imprint imprint) {}
