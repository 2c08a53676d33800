package ibid.serve.mcp;

import ibid.api.AnswerRequest;
import ibid.api.Json;
import ibid.api.mcp.FoundDocuments;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import java.util.Map;
import java.util.Set;

/** {@code search}: the articles for a query, best first. */
final class SearchTool implements McpTool {

    private static final int USUAL_ARTICLES = 10;
    private static final int MAX_ARTICLES = 50;
    private static final int PASSAGES_AN_ARTICLE = 3; // retrieved for each article asked for, since one has several

    private final Retriever retriever;

    SearchTool(Retriever retriever) {
        this.retriever = retriever;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Reply call(Map<String, Object> arguments, ToolCaller caller) {
        ToolArguments given = new ToolArguments(arguments).only(Set.of("query", "limit"));
        String words = given.required("query");
        if (words.length() > AnswerRequest.MAX_QUESTION_CHARS) {
            throw ToolArguments.invalid(
                    "the query is longer than " + AnswerRequest.MAX_QUESTION_CHARS + " characters; send a shorter one");
        }
        int limit = given.number("limit", USUAL_ARTICLES, MAX_ARTICLES);
        Ranking ranking = retriever.retrieve(new Query(words, SearchFilters.NONE), PASSAGES_AN_ARTICLE * limit);
        FoundDocuments found = FoundDocuments.of(ranking, limit, caller.page());
        return new Reply(Json.write(found), found);
    }
}
