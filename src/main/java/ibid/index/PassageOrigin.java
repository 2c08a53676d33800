package ibid.index;

import ibid.article.ArticleId;
import java.util.OptionalLong;

/**
 * Where a passage comes from, known without reading its article.
 *
 * @param published days since 1970
 */
public record PassageOrigin(ArticleId article, String publisher, OptionalLong published) {}
