package ibid.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.Json;
import ibid.api.Turn;
import ibid.ask.SourceArticle;

/** A turn as a JSON tree, for the evaluation until it reads records. */
public final class TurnJson {

    private static final ObjectMapper TREES = new ObjectMapper();

    private TurnJson() {}

    public static ObjectNode of(Turn turn) {
        return tree(AnswerBody.of(turn));
    }

    public static ObjectNode source(SourceArticle article) {
        return tree(ArticleBody.of(article));
    }

    private static ObjectNode tree(Object body) {
        try {
            return (ObjectNode) TREES.readTree(Json.write(body));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
