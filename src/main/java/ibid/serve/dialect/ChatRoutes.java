package ibid.serve.dialect;

import ibid.IbidException;
import ibid.api.AnswerRequest;
import ibid.api.EventBody;
import ibid.api.openai.ChatIdentity;
import ibid.api.openai.ChatRequest;
import ibid.api.openai.ModelBody;
import ibid.ask.UserQuestion;
import ibid.log.TurnLog;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.RuleQueryRewriter;
import ibid.serve.caller.Asker;
import ibid.serve.caller.OwnHistory;
import ibid.serve.http.Problems;
import ibid.serve.http.RequestPool;
import ibid.serve.route.EventStream;
import ibid.serve.route.LiveAnswer;
import ibid.serve.route.LiveAnswers;
import ibid.serve.route.Readiness;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** OpenAI's chat completions and models, for clients that speak that dialect. */
public final class ChatRoutes {

    private static final int MAX_BODY_BYTES = 1 << 20; // a long history comes with each question

    private final LiveAnswers live;
    private final TurnLog log;
    private final Readiness readiness;
    private final RequestPool pool;
    private final ContinuedConversation continued;
    private final OwnHistory own;
    private final Instant started = Instant.now();

    /** @param pool for reading the log; the thread of the request only waits and sends */
    public ChatRoutes(LiveAnswers live, TurnLog log, Readiness readiness, RequestPool pool, OwnHistory own) {
        this.live = live;
        this.log = log;
        this.readiness = readiness;
        this.pool = pool;
        this.own = own;
        this.continued = new ContinuedConversation(log);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/v1/chat/completions", readiness.required(this::complete));
        routes.get("/v1/models", this::models);
        routes.get("/v1/models/{model}", this::model);
    }

    private void complete(Context context) throws Exception {
        ChatRequest request = ChatRequest.read(body(context));
        LiveAnswer answer = pool.call(() -> start(own.asker(context), request));
        String model = ChatModel.orPlain(request.model()).id();
        ChatIdentity identity = ChatIdentity.of(answer.id(), Instant.now(), model);
        ChatExchange exchange = new ChatExchange(request, identity, SourceLinks.of(context));
        try {
            if (request.stream()) {
                EventStream.writeHeaders(context);
                new ChatStream(context.res().getOutputStream(), exchange).send(answer);
            } else {
                sendWhenFinished(context, answer, exchange);
            }
        } catch (IOException clientGone) {
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "the server is stopping");
        }
    }

    private static String body(Context context) {
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                throw new ContentTooLargeResponse("the messages are longer than " + (MAX_BODY_BYTES >> 10)
                        + " KiB; begin a new chat, or leave out the older ones");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IbidException(IbidException.Code.INVALID, "the body of the request broke off", broken);
        }
    }

    private LiveAnswer start(Asker asker, ChatRequest request) {
        ChatHistory history = ChatHistory.of(request.messages());
        AnswerRequest asked =
                new AnswerRequest(history.question(), "", request.filters(), request.asOf(), false); // checks it
        Optional<String> conversation = continued.of(asker.reader(), history);
        List<EarlierTurn> earlier =
                conversation.map(log::earlier).orElseGet(() -> history.turns(new RuleQueryRewriter()));
        return live.start(
                asker,
                conversation,
                new UserQuestion(asked.question(), earlier, asked.searchFilters()),
                asked.provisional());
    }

    private static void sendWhenFinished(Context context, LiveAnswer answer, ChatExchange exchange)
            throws InterruptedException {
        switch (answer.last().event()) {
            case EventBody.Completed completed -> context.json(exchange.completion(completed.answer()));
            case EventBody.Failed failed -> Problems.write(context, failed.problem());
            case EventBody other -> throw new IllegalStateException("an answer ended with " + other);
        }
    }

    private void models(Context context) {
        context.json(new ModelBody.Listing(
                Arrays.stream(ChatModel.values()).map(this::body).toList()));
    }

    private void model(Context context) {
        String id = context.pathParam("model");
        ChatModel model = ChatModel.of(id)
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.NOT_FOUND, "no model “" + id + "”; GET /v1/models lists them"));
        context.json(body(model));
    }

    private ModelBody body(ChatModel model) {
        return new ModelBody(model.id(), started.getEpochSecond());
    }
}
