package ibid.index;

import ibid.article.ArticleId;
import java.util.OptionalLong;

/**
 * The source of a passage, known without reading its article.
 *
 * @param published days since 1970
 */
public record PassageOrigin(ArticleId article, String publisher, OptionalLong published) {}
