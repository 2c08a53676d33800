package ibid.index;

import ibid.corpus.ArticleId;
import ibid.corpus.Imprint;

/** An article as lists have it, without its text. */
public record Card(ArticleId id, Imprint imprint) {}
