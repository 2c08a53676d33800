package ibid.serve.mcp;

import ibid.api.mcp.FetchedDocument;
import ibid.api.share.PageAddress;
import ibid.article.Imprint;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The articles as resources {@code ibid://articles/ID}, listed in pages. Threads may share it. */
final class ArticleResources {

    private static final String SCHEME = "ibid://articles/";
    private static final int PAGE_SIZE = 100;

    /** Address of an article, RFC 6570. */
    static final String TEMPLATE = SCHEME + "{id}";

    /** Media type of every resource. */
    static final String TYPE = "text/plain";

    private static final Comparator<ArticleSummary> BY_ID =
            Comparator.comparing(article -> article.id().value());

    private final PassageIndex index;
    private final FetchTool articles;

    ArticleResources(PassageIndex index, FetchTool articles) {
        this.index = index;
        this.articles = articles;
    }

    /** @param description publisher and date */
    record Listed(String uri, String title, String description) {

        static Listed of(ArticleSummary article) {
            Imprint imprint = article.imprint();
            String description = (imprint.publisher() + " " + imprint.published()).strip();
            return new Listed(SCHEME + article.id().value(), imprint.title(), description);
        }
    }

    /** @param next cursor of the next page, or null at the end */
    record ListedPage(List<Listed> articles, String next) {}

    /** @param cursor id of the last article of the page before, or null for the first page */
    ListedPage page(String cursor) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<ArticleSummary> later = snapshot.summaries().stream()
                    .filter(article -> cursor == null || article.id().value().compareTo(cursor) > 0)
                    .sorted(BY_ID)
                    .toList();
            List<ArticleSummary> page = later.subList(0, Math.min(PAGE_SIZE, later.size()));
            String next = page.size() < later.size() ? page.getLast().id().value() : null;
            return new ListedPage(page.stream().map(Listed::of).toList(), next);
        }
    }

    /** The text of an article; empty if no article has that address. */
    Optional<String> text(String uri) {
        if (!uri.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return articles.fetch(uri.substring(SCHEME.length()), new PageAddress(""))
                .map(FetchedDocument::text);
    }
}
