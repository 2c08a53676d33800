package ibid.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;

/** An opened language model. Closing it frees its resources in this process. Threads may share it. */
public final class OpenModel implements AutoCloseable {

    static final int MAX_ANSWER_TOKENS = 700;

    private static final Duration FIRST_WAIT = Duration.ofMillis(400);
    private static final Duration FIRST_BATCH_WAIT = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURES = Duration.ofSeconds(30);

    private final ModelChoice choice;
    private final StreamingChatModel model;
    private final Runnable closing;
    private final Llm forAnswers;
    private final Llm forShortReplies;

    OpenModel(ModelChoice choice, StreamingChatModel model, Runnable closing) {
        boolean isLocal = choice.provider().isLocal();
        this.choice = choice;
        this.model = model;
        this.closing = closing;
        this.forAnswers = retrying(isLocal ? TimeLimits.LOCAL : TimeLimits.REMOTE);
        this.forShortReplies = retrying(isLocal ? TimeLimits.LOCAL_SHORT : TimeLimits.REMOTE_SHORT);
    }

    /** A model that a server runs. */
    static OpenModel remote(ModelChoice choice, StreamingChatModel model) {
        return new OpenModel(choice, model, () -> {});
    }

    /** Opens the model a user chose. Nothing is sent before the first call. */
    public static OpenModel of(ModelChoice choice) {
        return choice.provider().open(choice);
    }

    private Llm retrying(TimeLimits limits) {
        return RetryingLlm.forReader(new LangChainLlm(model, limits), FIRST_WAIT, PAUSE_AFTER_FAILURES);
    }

    public ModelChoice choice() {
        return choice;
    }

    /** For answers, which a reader waits for. */
    public Llm forAnswers() {
        return forAnswers;
    }

    /** For short replies, which a reader waits for. */
    public Llm forShortReplies() {
        return forShortReplies;
    }

    /** For work that no reader waits for. */
    public Llm forBatchWork() {
        TimeLimits limits = choice.provider().isLocal() ? TimeLimits.LOCAL : TimeLimits.REMOTE;
        return RetryingLlm.forBatchWork(new LangChainLlm(model, limits), FIRST_BATCH_WAIT);
    }

    /** Calls the model without retries, within these limits. */
    public Llm withoutRetries(TimeLimits limits) {
        return new LangChainLlm(model, limits);
    }

    /** Whether it runs on a machine of the user's. */
    public boolean isLocal() {
        return choice.provider().isLocal();
    }

    /** Whether it is known to support a JSON schema. */
    public boolean keepsSchema() {
        return choice.provider().keepsSchema();
    }

    /** Maximum number of tokens of a prompt. */
    public int maxPromptTokens() {
        return choice.window() - MAX_ANSWER_TOKENS;
    }

    @Override
    public void close() {
        closing.run();
    }
}
