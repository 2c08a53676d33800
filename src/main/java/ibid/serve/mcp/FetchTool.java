package ibid.serve.mcp;

import ibid.IbidException;
import ibid.api.ArticleBody;
import ibid.api.Json;
import ibid.api.mcp.FetchedDocument;
import ibid.api.share.PageAddress;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.ask.SourceArticle;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code fetch}: one article whole, by the id that {@code search} gave. */
final class FetchTool implements McpTool {

    private final PassageIndex index;

    FetchTool(PassageIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public Reply call(Map<String, Object> arguments, ToolCaller caller) {
        String id = new ToolArguments(arguments).only(Set.of("id")).required("id");
        FetchedDocument document = fetch(id, caller.page())
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.NOT_FOUND,
                        "no article “" + id + "” in the collection; use an id that the tool search returned"));
        return new Reply(Json.write(document), document);
    }

    /** The article with that id. */
    Optional<FetchedDocument> fetch(String id, PageAddress page) {
        if (!ArticleId.isValid(id)) {
            return Optional.empty();
        }
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.article(new ArticleId(id)).map(article -> document(article, snapshot, page));
        }
    }

    private static FetchedDocument document(Article article, IndexSnapshot snapshot, PageAddress page) {
        return FetchedDocument.of(article, ArticleBody.of(SourceArticle.of(article, snapshot)), page);
    }
}
