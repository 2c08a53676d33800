package ibid.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A piece of an answer in a stream.
 *
 * @param created seconds since 1970
 * @param usage   null except in the last chunk, where it was asked for
 * @param sources null except in the chunk that ends the text
 */
public record ChatChunk(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) TokenUsage usage,
        @JsonUnwrapped CitedSources sources) {

    private static final String OBJECT = "chat.completion.chunk";

    /** @param finishReason null until the text is whole */
    public record Choice(int index, Delta delta, Object logprobs, String finishReason) {}

    /** What is new; the others are null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delta(String role, String content, String refusal, List<UrlAnnotation> annotations) {}

    /** The first chunk, which names the speaker. */
    public static ChatChunk first(ChatIdentity identity) {
        return of(identity, new Delta(ChatMessage.ASSISTANT, "", null, null), null, null);
    }

    public static ChatChunk text(ChatIdentity identity, String content) {
        return of(identity, new Delta(null, content, null, null), null, null);
    }

    public static ChatChunk refusal(ChatIdentity identity, String refusal) {
        return of(identity, new Delta(null, null, refusal, null), null, null);
    }

    /** The chunk that ends the text and names its sources. */
    public static ChatChunk last(ChatIdentity identity, List<UrlAnnotation> annotations, CitedSources sources) {
        return of(identity, new Delta(null, "", null, annotations), "stop", sources);
    }

    /** The chunk that says what was used; it has no choice. */
    public static ChatChunk usage(ChatIdentity identity, TokenUsage usage) {
        return new ChatChunk(identity.id(), OBJECT, identity.created(), identity.model(), List.of(), usage, null);
    }

    private static ChatChunk of(ChatIdentity identity, Delta delta, String finishReason, CitedSources sources) {
        List<Choice> choices = List.of(new Choice(0, delta, null, finishReason));
        return new ChatChunk(identity.id(), OBJECT, identity.created(), identity.model(), choices, null, sources);
    }
}
