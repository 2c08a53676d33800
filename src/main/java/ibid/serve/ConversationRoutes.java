package ibid.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.log.ConversationSummary;
import ibid.log.Feedback;
import ibid.log.TurnJson;
import ibid.log.TurnLog;
import io.javalin.http.Context;
import java.util.Optional;

/** Earlier conversations. */
final class ConversationRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TurnLog log;

    ConversationRoutes(TurnLog log) {
        this.log = log;
    }

    void list(Context context) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode conversations = json.putArray("conversations");
        log.conversations(Json.number(context, "limit", 200, 1, 1000))
                .forEach(conversation -> conversations.add(summary(conversation)));
        Json.write(context, json);
    }

    void get(Context context) {
        ConversationSummary conversation =
                log.conversation(context.pathParam("id")).orElseThrow(() -> missing(context.pathParam("id")));
        ObjectNode json = summary(conversation);
        ArrayNode answers = json.putArray("answers");
        for (String stored : log.answers(conversation.id())) {
            ObjectNode answer = parse(stored);
            feedback(answer, log.feedback(answer.path("id").asText()));
            answers.add(answer);
        }
        Json.write(context, json);
    }

    void delete(Context context) {
        if (!log.deleteConversation(context.pathParam("id"))) throw missing(context.pathParam("id"));
        context.status(204);
    }

    private static ObjectNode summary(ConversationSummary conversation) {
        return JSON.createObjectNode()
                .put("id", conversation.id())
                .put("title", conversation.title())
                .put("created", conversation.created())
                .put("updated", conversation.updated())
                .put("answers", conversation.answers());
    }

    private static void feedback(ObjectNode answer, Optional<Feedback> given) {
        if (given.isEmpty()) {
            answer.putNull("feedback");
            return;
        }
        ObjectNode json = answer.putObject("feedback")
                .put("rating", TurnJson.word(given.get().rating()))
                .put("comment", given.get().comment());
        given.get().reasons().forEach(json.putArray("reasons")::add);
    }

    private static ObjectNode parse(String stored) {
        try {
            return (ObjectNode) JSON.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the log holds an answer that is not JSON", broken);
        }
    }

    private static IbidException missing(String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no conversation “" + id + "”");
    }
}
