package ibid.serve.route;

import ibid.IbidException;
import ibid.api.collection.ArticleDetailsBody;
import ibid.api.collection.ArticleTextBody;
import ibid.api.collection.ArticlesBody;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.search.SearchFilters;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Comparator;
import java.util.List;

/** The articles and their canonical text. */
public final class ArticleRoutes {

    private static final Comparator<ArticleSummary> NEWEST_FIRST = Comparator.comparing(
                    (ArticleSummary article) -> article.imprint().published())
            .reversed()
            .thenComparing(article -> article.id().value());

    private final PassageIndex index;

    public ArticleRoutes(PassageIndex index) {
        this.index = index;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/articles", this::list);
        routes.get("/api/v1/articles/{id}", this::get);
        routes.get("/api/v1/articles/{id}/text", this::text);
    }

    /** The articles that the filters admit, newest first, undated last, with counts by property. */
    private void list(Context context) {
        QueryParameters parameters = QueryParameters.withFilters(context, "limit", "offset");
        SearchFilters filters = parameters.filters();
        int limit = parameters.number("limit", 100, 1, Page.MAX_LIMIT);
        int offset = parameters.number("offset", 0, 0, Page.MAX_OFFSET);
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<ArticleSummary> articles = snapshot.summaries().stream()
                    .filter(article -> filters.admit(article.id(), article.imprint()))
                    .sorted(NEWEST_FIRST)
                    .toList();
            context.json(ArticlesBody.of(articles, Page.of(articles, offset, limit), snapshot));
        }
    }

    private void get(Context context) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            context.json(ArticleDetailsBody.of(article(snapshot, context), snapshot));
        }
    }

    private void text(Context context) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            context.json(ArticleTextBody.of(article(snapshot, context)));
        }
    }

    private static Article article(IndexSnapshot snapshot, Context context) {
        ArticleId id = id(context);
        return snapshot.article(id).orElseThrow(() -> missing(id.value()));
    }

    /** The id in the path; an invalid id is treated as an unknown article. */
    static ArticleId id(Context context) {
        String value = context.pathParam("id");
        try {
            return new ArticleId(value);
        } catch (IllegalArgumentException notAnId) {
            throw missing(value);
        }
    }

    static IbidException missing(String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no article “" + id + "” in the collection");
    }
}
