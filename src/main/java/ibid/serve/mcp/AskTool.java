package ibid.serve.mcp;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.EventBody;
import ibid.api.Json;
import ibid.export.AnswerMarkdown;
import ibid.serve.caller.Asker;
import ibid.serve.http.RequestPool;
import ibid.serve.route.LiveAnswers;
import java.util.Map;
import java.util.Optional;

/** {@code ask}: a checked answer with footnotes. Takes the fields of {@code POST /answers}. */
final class AskTool implements McpTool {

    private final LiveAnswers answers;
    private final RequestPool pool;

    /** @param pool reads the log before an answer starts; the calling thread waits for the answer */
    AskTool(LiveAnswers answers, RequestPool pool) {
        this.answers = answers;
        this.pool = pool;
    }

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public Reply call(Map<String, Object> arguments, ToolCaller caller) {
        AnswerRequest request = Json.readStrict(Json.write(arguments), AnswerRequest.class, "the call of ask");
        AnswerBody answer = answer(caller.asker(), request);
        return new Reply(AnswerMarkdown.of(answer, caller.page()), answer);
    }

    private AnswerBody answer(Asker asker, AnswerRequest request) {
        try {
            return switch (pool.call(() -> answers.start(asker, request, Optional.empty()))
                    .last()
                    .event()) {
                case EventBody.Completed completed -> completed.answer();
                case EventBody.Failed failed ->
                    throw new IbidException(
                            IbidException.Code.BUSY, failed.problem().detail());
                case EventBody other -> throw new IllegalStateException("an answer ended with " + other);
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "the server is stopping");
        }
    }
}
