package ibid.api.openai;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A finished answer as a chat completion.
 *
 * @param created seconds since 1970
 */
public record ChatCompletion(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        TokenUsage usage,
        @JsonUnwrapped CitedSources sources) {

    /** @param logprobs always null: a sentence of an article has none */
    public record Choice(int index, Reply message, Object logprobs, String finishReason) {}

    /** @param refusal why there is no answer, or null */
    public record Reply(String role, String content, String refusal, List<UrlAnnotation> annotations) {}

    /** The only choice. */
    public ChatCompletion(
            ChatIdentity identity,
            String content,
            String refusal,
            List<UrlAnnotation> annotations,
            TokenUsage usage,
            CitedSources sources) {
        this(
                identity.id(),
                "chat.completion",
                identity.created(),
                identity.model(),
                List.of(new Choice(0, new Reply(ChatMessage.ASSISTANT, content, refusal, annotations), null, "stop")),
                usage,
                sources);
    }
}
