package ibid.serve.route;

import ibid.IbidException;
import ibid.api.ConversationBody;
import ibid.api.RatedAnswer;
import ibid.log.TurnLog;
import ibid.serve.caller.OwnHistory;
import ibid.serve.http.Page;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Earlier conversations of the caller, who names and pins them; an admin deletes those of others too. */
public final class ConversationRoutes {

    /** In one response: each is some 20 KB. */
    public static final int MAX_ANSWERS = 200;

    private static final int USUAL_ANSWERS = 50;

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
        routes.patch("/api/v1/conversations/{id}", this::change);
        routes.delete("/api/v1/conversations/{id}", this::delete);
    }

    private void list(Context context) {
        QueryParameters parameters = QueryParameters.of(context, "q", "limit", "offset");
        String words = parameters.text("q").orElse("");
        int limit = parameters.number("limit", 200, 1, Page.MAX_LIMIT);
        int offset = parameters.number("offset", 0, 0, Page.MAX_OFFSET);
        List<ConversationBody> oneMore = log.conversations().of(own.reader(context), words, offset, limit + 1);
        boolean isMore = oneMore.size() > limit;
        context.json(new ConversationBody.Listing(isMore ? oneMore.subList(0, limit) : oneMore, isMore));
    }

    private void get(Context context) {
        String id = own.conversation(context, context.pathParam("id"));
        QueryParameters parameters = QueryParameters.of(context, "limit", "before");
        int limit = parameters.number("limit", USUAL_ANSWERS, 1, MAX_ANSWERS);
        String before = parameters.text("before").orElse("");
        ConversationBody conversation = log.conversations().one(id).orElseThrow(() -> missing(id));
        List<RatedAnswer> answers = log.newest(id, before, limit);
        int earlier = answers.isEmpty()
                ? 0
                : log.countOlder(answers.getFirst().answer().id());
        context.json(conversation.with(earlier, answers, unanswered(id, before, earlier, answers)));
    }

    /** Those between these answers and, with the newest answers, those after them. */
    private List<ConversationBody.Unanswered> unanswered(
            String id, String before, int earlier, List<RatedAnswer> answers) {
        Set<String> shown = new HashSet<>();
        answers.forEach(rated -> shown.add(rated.answer().id()));
        return log.questions().unanswered(id).stream()
                .filter(question -> question.after() == null
                        ? earlier == 0 && (before.isEmpty() || !answers.isEmpty())
                        : shown.contains(question.after()))
                .toList();
    }

    private void change(Context context) {
        String id = own.conversation(context, context.pathParam("id"));
        ConversationBody.Change change = context.bodyAsClass(ConversationBody.Change.class);
        if (change.isNone()) {
            throw new IbidException(IbidException.Code.INVALID, "nothing to change; give “title”, “pinned” or both");
        }
        if (!log.conversations().change(id, change)) {
            throw missing(id);
        }
        context.status(204);
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
