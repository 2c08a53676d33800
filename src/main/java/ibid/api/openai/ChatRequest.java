package ibid.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.IbidException;
import ibid.api.FiltersBody;
import ibid.api.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code POST /v1/chat/completions}. What steers a language model ({@code temperature}, {@code tools} and
 * so on) is not read.
 *
 * @param streamOptions  null for none
 * @param n              null for one
 * @param responseFormat null for text
 * @param filters        which articles may be seen, or null for all; Ibid's own field
 * @param asOf           the latest publication date to consider, or null; Ibid's own field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatRequest(
        String model,
        List<ChatMessage> messages,
        boolean stream,
        StreamOptions streamOptions,
        Integer n,
        ResponseFormat responseFormat,
        FiltersBody filters,
        LocalDate asOf) {

    private static final String JSON_OBJECT = "json_object";

    /** @param includeUsage whether a last chunk says how many tokens were used */
    public record StreamOptions(boolean includeUsage) {}

    /** @param type {@code text} or {@code json_object} */
    public record ResponseFormat(String type) {}

    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw invalid("“messages” is missing or empty; the last one is the question");
        }
        if (n != null && n != 1) {
            throw invalid("“n” must be 1: the same question has one answer");
        }
        String format = responseFormat == null ? "text" : responseFormat.type();
        if (!format.equals("text") && !format.equals(JSON_OBJECT)) {
            throw invalid("“response_format” must be text or json_object, not “" + format
                    + "”: sentences of articles do not fit a schema of the reader's");
        }
    }

    public static ChatRequest read(String json) {
        if (json.isBlank()) {
            throw invalid("the request has no body; send {\"messages\": [{\"role\": \"user\", \"content\": \"…\"}]}");
        }
        refuseUnknownFilters(Json.object(json, "the request"));
        return Json.readLenient(json, ChatRequest.class, "the request");
    }

    /** OpenAI's fields that mean nothing here are ignored, but a filter that is not known would let all articles in. */
    private static void refuseUnknownFilters(Map<String, Object> request) {
        Object filters = request.get("filters");
        if (filters != null) {
            Json.readStrict(Json.write(filters), FiltersBody.class, "“filters”");
        }
    }

    /** Whether the content is to be the answer's JSON. */
    public boolean wantsJson() {
        return Optional.ofNullable(responseFormat)
                .filter(format -> format.type().equals(JSON_OBJECT))
                .isPresent();
    }

    /** Whether a stream is to end with the tokens used. */
    public boolean wantsUsage() {
        return streamOptions != null && streamOptions.includeUsage();
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
