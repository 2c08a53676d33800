package ibid.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Any of LangChain4j's streaming models with time limits. Threads may share it. */
final class LangChainLlm implements Llm {

    private static final Logger LOG = LoggerFactory.getLogger(LangChainLlm.class);
    private static final double MIN_TOKENS_PER_WORD = 0.8; // of English; fewer reported means that some were not read

    private final StreamingChatModel model;
    private final TimeLimits limits;

    LangChainLlm(StreamingChatModel model, TimeLimits limits) {
        this.model = model;
        this.limits = limits;
    }

    @Override
    public Completion complete(Prompt.Filled prompt, Predicate<String> listener) {
        ChatRequest request = request(prompt);
        ModelStream stream = new ModelStream(limits);
        Thread.ofPlatform()
                .daemon()
                .name("model")
                .uncaughtExceptionHandler((thread, cause) -> stream.onError(cause)) // some models throw
                .start(() -> model.chat(request, stream));
        Completion completion = stream.await(listener);
        warnIfTruncated(prompt, completion.usage());
        return completion;
    }

    private static ChatRequest request(Prompt.Filled prompt) {
        SystemMessage system = SystemMessage.from(prompt.system());
        UserMessage user = UserMessage.from(prompt.user());
        ChatRequest.Builder request = ChatRequest.builder().messages(system, user);
        if (prompt.output() == Prompt.Output.SENTENCES) {
            request.responseFormat(SentenceSchema.FORMAT);
        }
        return request.build();
    }

    private static void warnIfTruncated(Prompt.Filled prompt, Completion.Usage usage) {
        int words = (prompt.system() + " " + prompt.user()).split("\\s+").length;
        if (usage.in() == 0 || usage.in() >= MIN_TOKENS_PER_WORD * words) {
            return;
        }
        LOG.warn(
                "the model says it read {} tokens of a prompt of {} words: its context window is too small, and it may"
                        + " not have seen every passage; lower IBID_MODEL_WINDOW or give the model a larger one",
                usage.in(),
                words);
    }
}
