package ibid.model;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import ibid.IbidException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The providers of language models. To add one, add a constant and the method that opens its models. */
public enum ModelProvider {
    OPENAI("NAME", Place.REMOTE, true, ModelProvider::openAi, "check IBID_MODEL, IBID_MODEL_URL and IBID_MODEL_KEY"),
    ANTHROPIC(
            "NAME",
            Place.REMOTE,
            false,
            ModelProvider::anthropic,
            "check IBID_MODEL, IBID_MODEL_URL and IBID_MODEL_KEY"),
    OLLAMA(
            "NAME",
            Place.LOCAL,
            true,
            ModelProvider::ollama,
            "start it with “ollama serve”, fetch the model with “ollama pull %s”, or give its address in "
                    + "IBID_MODEL_URL"),
    GGUF("PATH", Place.LOCAL, false, ModelProvider::gguf, "give the path of another .gguf file");

    private static final Duration READ_TIMEOUT = Duration.ofMinutes(5); // LangChainLlm has the shorter limits

    private final String argument;
    private final Place place;
    private final boolean keepsSchema;
    private final Function<ModelChoice, OpenModel> opener;
    private final String remedy;

    /** Where the model runs. A local model takes a minute to read a long prompt. */
    private enum Place {
        REMOTE,
        LOCAL
    }

    /**
     * @param argument    the text after the provider's name and a colon
     * @param keepsSchema whether its models are known to keep to a JSON schema
     * @param remedy      what to do if a model does not answer; {@code %s} is its name
     */
    ModelProvider(
            String argument, Place place, boolean keepsSchema, Function<ModelChoice, OpenModel> opener, String remedy) {
        this.argument = argument;
        this.place = place;
        this.keepsSchema = keepsSchema;
        this.opener = opener;
        this.remedy = remedy;
    }

    /** Opens a model of this provider. Nothing is sent before the first call. */
    OpenModel open(ModelChoice choice) {
        return opener.apply(choice);
    }

    static Optional<ModelProvider> named(String name) {
        return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
    }

    /** {@code openai:NAME}, ... for messages. */
    static List<String> usages() {
        return Arrays.stream(values())
                .map(one -> one.word() + ":" + one.argument)
                .toList();
    }

    /** Its name in a setting. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesPath() {
        return argument.equals("PATH");
    }

    boolean isLocal() {
        return place == Place.LOCAL;
    }

    boolean keepsSchema() {
        return keepsSchema;
    }

    /** The remedy if the model of that name does not answer. */
    String remedy(String model) {
        return remedy.formatted(model);
    }

    private static OpenModel openAi(ModelChoice choice) {
        StreamingChatModel model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new StreamingHttpClient.Builder())
                .baseUrl(choice.urlOr("https://api.openai.com/v1"))
                .apiKey(choice.key().isEmpty() ? "none" : choice.key())
                .modelName(choice.name())
                .temperature(0.0)
                .maxTokens(OpenModel.MAX_ANSWER_TOKENS)
                .timeout(READ_TIMEOUT)
                .strictJsonSchema(true)
                .build();
        return OpenModel.remote(choice, model);
    }

    private static OpenModel anthropic(ModelChoice choice) {
        if (choice.key().isEmpty()) {
            throw keyMissing(choice);
        }
        StreamingChatModel model = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(new StreamingHttpClient.Builder())
                .baseUrl(choice.urlOr("https://api.anthropic.com/v1"))
                .apiKey(choice.key())
                .modelName(choice.name())
                .temperature(0.0)
                .maxTokens(OpenModel.MAX_ANSWER_TOKENS)
                .timeout(READ_TIMEOUT)
                .build();
        return OpenModel.remote(choice, model);
    }

    private static OpenModel ollama(ModelChoice choice) {
        StreamingChatModel model = OllamaStreamingChatModel.builder()
                .httpClientBuilder(new StreamingHttpClient.Builder())
                .baseUrl(choice.urlOr("http://127.0.0.1:11434"))
                .modelName(choice.name())
                .temperature(0.0)
                .numPredict(OpenModel.MAX_ANSWER_TOKENS)
                .numCtx(choice.window())
                .timeout(READ_TIMEOUT)
                .build();
        return OpenModel.remote(choice, model);
    }

    private static OpenModel gguf(ModelChoice choice) {
        GgufModel model = new GgufModel(choice.name(), choice.window(), OpenModel.MAX_ANSWER_TOKENS);
        return new OpenModel(choice, model, model::close);
    }

    private static IbidException keyMissing(ModelChoice choice) {
        return new IbidException(
                IbidException.Code.INVALID,
                choice.label() + " needs a key: set IBID_MODEL_KEY, or IBID_MODEL_KEY_FILE to a file that holds it");
    }
}
