package ibid.serve.route;

import ibid.api.collection.SuggestionsBody;
import ibid.serve.http.QueryParameters;
import ibid.suggest.SuggestedQuestions;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/** Questions that the articles can answer, for the start page. */
public final class SuggestionRoutes {

    private static final int MAX_QUESTIONS = 20;

    private final SuggestedQuestions suggestions;
    private final Readiness readiness;

    public SuggestionRoutes(SuggestedQuestions suggestions, Readiness readiness) {
        this.suggestions = suggestions;
        this.readiness = readiness;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/suggestions", readiness.required(this::get));
    }

    private void get(Context context) {
        int limit = QueryParameters.of(context, "limit").number("limit", 4, 1, MAX_QUESTIONS);
        List<String> questions = suggestions.sample(limit);
        boolean more = questions.size() < limit && !suggestions.isComplete();
        context.json(new SuggestionsBody(questions, more));
    }
}
