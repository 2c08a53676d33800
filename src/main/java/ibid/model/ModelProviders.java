package ibid.model;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import ibid.IbidException;
import java.time.Duration;

/** Opens the language model that was chosen. */
public final class ModelProviders {

    private static final int MOST_TOKENS = 700; // of an answer
    private static final Duration READ = Duration.ofMinutes(5); // the shorter limits are ChatLlm's

    private ModelProviders() {}

    /** An open model; closing frees what it holds in this process. */
    public record Open(StreamingChatModel model, Runnable closing) implements AutoCloseable {

        @Override
        public void close() {
            closing.run();
        }
    }

    /** How many tokens of the window an answer may take. */
    public static int answerTokens() {
        return MOST_TOKENS;
    }

    public static Open open(ModelChoice choice) {
        return switch (choice.kind()) {
            case OPENAI ->
                new Open(
                        OpenAiStreamingChatModel.builder()
                                .httpClientBuilder(new StreamingHttpClient.Builder())
                                .baseUrl(or(choice.url(), "https://api.openai.com/v1"))
                                .apiKey(or(choice.key(), "none"))
                                .modelName(choice.name())
                                .temperature(0.0)
                                .maxTokens(MOST_TOKENS)
                                .timeout(READ)
                                .strictJsonSchema(true)
                                .build(),
                        () -> {});
            case ANTHROPIC ->
                new Open(
                        AnthropicStreamingChatModel.builder()
                                .httpClientBuilder(new StreamingHttpClient.Builder())
                                .baseUrl(or(choice.url(), "https://api.anthropic.com/v1"))
                                .apiKey(needed(choice))
                                .modelName(choice.name())
                                .temperature(0.0)
                                .maxTokens(MOST_TOKENS)
                                .timeout(READ)
                                .build(),
                        () -> {});
            case OLLAMA ->
                new Open(
                        OllamaStreamingChatModel.builder()
                                .httpClientBuilder(new StreamingHttpClient.Builder())
                                .baseUrl(or(choice.url(), "http://127.0.0.1:11434"))
                                .modelName(choice.name())
                                .temperature(0.0)
                                .numPredict(MOST_TOKENS)
                                .numCtx(choice.window())
                                .timeout(READ)
                                .build(),
                        () -> {});
            case GGUF -> {
                GgufModel model = new GgufModel(choice.name(), choice.window(), MOST_TOKENS);
                yield new Open(model, model::close);
            }
        };
    }

    private static String or(String value, String usual) {
        return value.isEmpty() ? usual : value;
    }

    private static String needed(ModelChoice choice) {
        if (choice.key().isEmpty())
            throw new IbidException(
                    IbidException.Code.INVALID,
                    choice.label()
                            + " needs a key: set IBID_MODEL_KEY, or IBID_MODEL_KEY_FILE to a file that holds it");
        return choice.key();
    }
}
