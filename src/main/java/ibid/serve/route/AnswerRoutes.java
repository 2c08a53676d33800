package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.EventBody;
import ibid.api.FeedbackBody;
import ibid.api.ProblemBody;
import ibid.log.QuestionLog;
import ibid.log.TurnLog;
import ibid.serve.caller.Asker;
import ibid.serve.caller.OwnHistory;
import ibid.serve.http.PooledRoutes;
import ibid.serve.http.Problems;
import ibid.serve.http.RequestPool;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Optional;

/** Asking, and answers already given. */
public final class AnswerRoutes {

    private final LiveAnswers live;
    private final TurnLog log;
    private final Readiness readiness;
    private final RequestPool pool;
    private final OwnHistory own;

    /** @param pool for what a question needs of the log; the thread of the request only waits and sends */
    public AnswerRoutes(LiveAnswers live, TurnLog log, Readiness readiness, RequestPool pool, OwnHistory own) {
        this.live = live;
        this.log = log;
        this.readiness = readiness;
        this.pool = pool;
        this.own = own;
    }

    /** @param pooled for routes that only read and write the log */
    public void register(JavalinDefaultRoutingApi routes, PooledRoutes pooled) {
        routes.post("/api/v1/answers", readiness.required(this::ask));
        routes.get("/api/v1/answers/{id}/events", this::events);
        pooled.post("/api/v1/answers/{id}/stop", this::stop);
        pooled.get("/api/v1/answers/{id}", context -> context.json(stored(ownId(context))));
        pooled.delete("/api/v1/answers/{id}", this::delete);
        pooled.post("/api/v1/answers/{id}/feedback", this::feedback);
    }

    private void ask(Context context) throws Exception {
        AnswerRequest request = context.bodyAsClass(AnswerRequest.class);
        LiveAnswer answer = pool.call(() -> {
            Asker asker = own.asker(context);
            return live.start(asker, request, IdempotencyKey.of(context, asker.reader()));
        });
        String accepted = Optional.ofNullable(context.header("Accept")).orElse("");
        if (accepted.contains("text/event-stream")) {
            EventStream.send(context, answer, 0);
        } else {
            sendWhenFinished(context, answer);
        }
    }

    private static void sendWhenFinished(Context context, LiveAnswer answer) {
        try {
            switch (answer.last().event()) {
                case EventBody.Completed completed -> context.json(completed.answer());
                case EventBody.Failed failed -> Problems.write(context, failed.problem());
                case EventBody other -> throw new IllegalStateException("an answer ended with " + other);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "the server is stopping");
        }
    }

    private void events(Context context) throws Exception {
        String id = pool.call(() -> ownId(context));
        int after = EventStream.lastSeen(context);
        Optional<LiveAnswer> running = live.find(id);
        if (running.isPresent()) {
            EventStream.send(context, running.get(), after);
        } else {
            EventStream.sendStored(context, pool.call(() -> stored(id)), after);
        }
    }

    private void stop(Context context) throws Exception {
        String id = pool.call(() -> ownId(context));
        if (!live.stop(id)) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND, "no answer “" + id + "” is under way; it may be complete");
        }
        context.status(204);
    }

    private void delete(Context context) {
        String id = context.pathParam("id");
        if (!own.isAdmin(context)) {
            own.answer(context, id);
        }
        if (!log.deletion().answer(id)) {
            throw missing(id);
        }
        live.forgetAnswer(id);
        context.status(204);
    }

    private void feedback(Context context) {
        String id = ownId(context);
        if (!log.rate(id, context.bodyAsClass(FeedbackBody.class))) {
            throw missing(id);
        }
        context.status(204);
    }

    private String ownId(Context context) {
        return own.answer(context, context.pathParam("id"));
    }

    private AnswerBody stored(String id) {
        return log.answer(id).orElseThrow(() -> unanswered(id));
    }

    private RuntimeException unanswered(String id) {
        Optional<QuestionLog.Stored> asked = log.questions().question(id);
        asked.ifPresent(question -> log.questions().requireNotElsewhere(question, Instant.now()));
        return asked.flatMap(this::problem)
                .<RuntimeException>map(GoneResponse::new)
                .orElseGet(() -> missing(id));
    }

    /** Why it has no answer; known here a moment before it is stored. */
    private Optional<String> problem(QuestionLog.Stored question) {
        return Optional.of(question.problem())
                .filter(stored -> !stored.isEmpty())
                .or(() -> live.find(question.id()).flatMap(LiveAnswer::problem).map(ProblemBody::detail));
    }

    private static IbidException missing(String id) {
        return OwnHistory.missing("answer", id);
    }
}
