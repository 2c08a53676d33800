package ibid.serve.collection;

import ibid.IbidException;
import ibid.api.collection.ArticleDetailsBody;
import ibid.api.collection.ArticleTextBody;
import ibid.api.collection.ArticlesBody;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.search.listing.ArticleListing;
import ibid.search.listing.ArticleLists;
import ibid.serve.http.Page;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** The articles and their canonical text. */
public final class ArticleRoutes {

    private final PassageIndex index;
    private final ArticleLists lists = new ArticleLists();

    public ArticleRoutes(PassageIndex index) {
        this.index = index;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/articles", this::list);
        routes.get("/api/v1/articles/{id}", this::get);
        routes.get("/api/v1/articles/{id}/text", this::text);
    }

    /** The articles that filters and words admit, with counts by property. */
    private void list(Context context) {
        ListParameters asked = ListParameters.of(context);
        try (IndexSnapshot snapshot = index.snapshot()) {
            ArticleListing listing = lists.list(snapshot, asked.words(), asked.filters(), asked.order());
            List<ArticleSummary> page = Page.of(listing.articles(), asked.offset(), asked.limit());
            context.json(ArticlesBody.of(listing, page, snapshot));
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

    static Article article(IndexSnapshot snapshot, Context context) {
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
