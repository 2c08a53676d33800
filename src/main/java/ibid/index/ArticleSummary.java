package ibid.index;

import ibid.article.ArticleId;
import ibid.article.Imprint;

/** An article as lists have it, without its text. */
public record ArticleSummary(ArticleId id, Imprint imprint) {}
