package ibid.serve.dialect;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.openai.ChatCompletion;
import ibid.api.openai.ChatIdentity;
import ibid.api.openai.ChatMessage;
import ibid.api.openai.ChatRequest;
import ibid.api.openai.ContentPart;
import ibid.api.openai.TokenUsage;
import ibid.api.openai.UrlAnnotation;
import java.util.List;
import java.util.StringTokenizer;

/** A request with the identity of its answer: how the answer is shown to this client. */
record ChatExchange(ChatRequest request, ChatIdentity identity, SourceLinks links) {

    boolean wantsJson() {
        return request.wantsJson();
    }

    boolean wantsUsage() {
        return request.wantsUsage();
    }

    ChatContent content(AnswerBody answer) {
        return new ChatContent(answer, ChatModel.orPlain(request.model()), links);
    }

    /** JSON has no marks. */
    List<UrlAnnotation> annotations(ChatContent content) {
        return wantsJson() ? List.of() : content.annotations();
    }

    ChatCompletion completion(AnswerBody answer) {
        ChatContent content = content(answer);
        String shown = wantsJson() ? Json.write(answer) : content.text();
        return new ChatCompletion(
                identity, shown, content.refusal(), annotations(content), usage(answer, shown), content.sources());
    }

    TokenUsage usage(AnswerBody answer, String shown) {
        AnswerBody.Usage used = answer.provenance().usage();
        if (used != null && used.tokensIn() != null && used.tokensOut() != null) {
            return new TokenUsage(used.tokensIn(), used.tokensOut());
        }
        int words = 0;
        for (ChatMessage message : request.messages()) {
            for (ContentPart part : message.content()) {
                words += words(part.text());
            }
        }
        return new TokenUsage(words, words(shown));
    }

    private static int words(String text) {
        return new StringTokenizer(text).countTokens();
    }
}
