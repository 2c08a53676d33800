package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.ask.SuggestedQuestions;
import io.javalin.http.Context;

/** Questions the articles can answer, for an empty page. */
final class SuggestionRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SuggestedQuestions suggestions;

    SuggestionRoutes(SuggestedQuestions suggestions) {
        this.suggestions = suggestions;
    }

    void get(Context context) {
        ObjectNode json = JSON.createObjectNode();
        suggestions.some(Json.number(context, "limit", 4, 1, 20)).forEach(json.putArray("questions")::add);
        Json.write(context, json);
    }
}
