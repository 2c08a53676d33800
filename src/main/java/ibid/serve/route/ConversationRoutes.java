package ibid.serve.route;

import ibid.IbidException;
import ibid.api.ConversationBody;
import ibid.log.TurnLog;
import ibid.serve.caller.OwnHistory;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Earlier conversations of the caller; an admin deletes those of others too. */
public final class ConversationRoutes {

    private final TurnLog log;
    private final LiveAnswers live;
    private final OwnHistory own;

    /** @param live answers on their way; those of a deleted conversation stop */
    public ConversationRoutes(TurnLog log, LiveAnswers live, OwnHistory own) {
        this.log = log;
        this.live = live;
        this.own = own;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/conversations", this::list);
        routes.get("/api/v1/conversations/{id}", this::get);
        routes.delete("/api/v1/conversations/{id}", this::delete);
    }

    private void list(Context context) {
        int limit = QueryParameters.of(context, "limit").number("limit", 200, 1, Page.MAX_LIMIT);
        context.json(new ConversationBody.Listing(log.conversations(own.reader(context), limit)));
    }

    private void get(Context context) {
        String id = own.conversation(context, context.pathParam("id"));
        ConversationBody conversation = log.conversation(id).orElseThrow(() -> missing(id));
        context.json(conversation.with(log.answers(id), log.questions().unanswered(id)));
    }

    private void delete(Context context) {
        String id = context.pathParam("id");
        if (!own.isAdmin(context)) {
            own.conversation(context, id);
        }
        if (!log.deletion().conversation(id)) {
            throw missing(id);
        }
        live.forget(id);
        context.status(204);
    }

    private static IbidException missing(String id) {
        return OwnHistory.missing("conversation", id);
    }
}
