package ibid.cli;

import ibid.ask.llm.PromptedModel;
import ibid.model.LangChainLlm;
import ibid.model.Llm;
import ibid.model.ModelChoice;
import ibid.model.ModelProviders;
import ibid.model.RetryingLlm;
import java.time.Duration;

/**
 * The wiring of the language model, where one is chosen.
 *
 * @param unhurried the same model for work that no reader waits for
 */
record LanguageModel(PromptedModel model, Llm unhurried, ModelProviders.Open open) implements AutoCloseable {

    private static final LangChainLlm.Limits REMOTE = limits(30, 15, 90), REMOTE_QUICK = limits(8, 5, 15);
    private static final LangChainLlm.Limits LOCAL = limits(120, 30, 240),
            LOCAL_QUICK = limits(20, 10, 30); // a prompt of 2,000 tokens is read for a minute on two cores
    private static final Duration FIRST_WAIT = Duration.ofMillis(400),
            FIRST_WAIT_UNHURRIED = Duration.ofSeconds(1),
            REST = Duration.ofSeconds(30);

    static LanguageModel open(ModelChoice choice) {
        boolean local = choice.kind() == ModelChoice.Kind.GGUF || choice.kind() == ModelChoice.Kind.OLLAMA;
        ModelProviders.Open open = ModelProviders.open(choice);
        RetryingLlm patient = new RetryingLlm(new LangChainLlm(open.model(), local ? LOCAL : REMOTE), FIRST_WAIT, REST),
                quick =
                        new RetryingLlm(
                                new LangChainLlm(open.model(), local ? LOCAL_QUICK : REMOTE_QUICK), FIRST_WAIT, REST);
        return new LanguageModel(
                PromptedModel.of(
                        choice.label(),
                        patient,
                        quick,
                        choice.structured(),
                        choice.window() - ModelProviders.answerTokens()),
                RetryingLlm.unhurried(new LangChainLlm(open.model(), local ? LOCAL : REMOTE), FIRST_WAIT_UNHURRIED),
                open);
    }

    private static LangChainLlm.Limits limits(int first, int between, int whole) {
        return new LangChainLlm.Limits(
                Duration.ofSeconds(first), Duration.ofSeconds(between), Duration.ofSeconds(whole));
    }

    @Override
    public void close() {
        open.close();
    }
}
