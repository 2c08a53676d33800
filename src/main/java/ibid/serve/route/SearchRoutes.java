package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerRequest;
import ibid.api.collection.SearchBody;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Ranked passages with the score of each leg. */
public final class SearchRoutes {

    private static final int MAX_PASSAGES = 100;

    private final Retriever retriever;
    private final Readiness readiness;

    public SearchRoutes(Retriever retriever, Readiness readiness) {
        this.retriever = retriever;
        this.readiness = readiness;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/search", readiness.required(this::search));
    }

    private void search(Context context) {
        QueryParameters parameters = QueryParameters.withFilters(context, "q", "limit");
        String words = words(parameters);
        Query query = new Query(words, parameters.filters());
        Ranking ranking = retriever.retrieve(query, parameters.number("limit", 10, 1, MAX_PASSAGES));
        context.json(SearchBody.of(words, ranking));
    }

    private static String words(QueryParameters parameters) {
        String words = parameters.text("q").orElse("").strip();
        if (words.isEmpty()) {
            throw invalid("“q” is missing or empty: /api/v1/search?q=your+words");
        }
        if (words.length() > AnswerRequest.MAX_QUESTION_CHARS) {
            throw invalid("“q” is longer than " + AnswerRequest.MAX_QUESTION_CHARS + " characters");
        }
        return words;
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
