package ibid.search;

import ibid.article.ArticleId;
import java.util.Set;

/**
 * A question in its stand-alone form, with the filters of articles.
 *
 * @param context articles that what was asked before was answered from; they come a little sooner
 */
public record Query(String text, SearchFilters filters, Set<ArticleId> context) {

    public Query {
        context = Set.copyOf(context);
    }

    public Query(String text, SearchFilters filters) {
        this(text, filters, Set.of());
    }

    public Query(String text) {
        this(text, SearchFilters.NONE);
    }
}
