package ibid.serve.mcp;

import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.Json;
import ibid.api.share.PageAddress;
import ibid.export.AnswerMarkdown;
import java.util.Map;
import java.util.function.Function;

/** {@code ask}: a checked answer with footnotes. Takes the fields of {@code POST /answers}. */
final class AskTool implements McpTool {

    private final Function<AnswerRequest, AnswerBody> answers;

    /** @param answers answers and stores; throws an {@link ibid.IbidException} where it cannot */
    AskTool(Function<AnswerRequest, AnswerBody> answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public Reply call(Map<String, Object> arguments, PageAddress page) {
        AnswerRequest request = Json.readStrict(Json.write(arguments), AnswerRequest.class, "the call of ask");
        AnswerBody answer = answers.apply(request);
        return new Reply(AnswerMarkdown.of(answer, page), answer);
    }
}
