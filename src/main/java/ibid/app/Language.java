package ibid.app;

import ibid.ask.Written;
import ibid.model.ChatLlm;
import ibid.model.Llm;
import ibid.model.ModelChoice;
import ibid.model.Models;
import ibid.model.Patient;
import java.time.Duration;

/**
 * The wiring of the language model, where one is chosen.
 *
 * @param unhurried the same model for work that no reader waits for
 */
record Language(Written.LanguageModel model, Llm unhurried, Models.Open open) implements AutoCloseable {

    private static final ChatLlm.Limits REMOTE = limits(30, 15, 90), REMOTE_QUICK = limits(8, 5, 15);
    private static final ChatLlm.Limits LOCAL = limits(120, 30, 240), LOCAL_QUICK = limits(20, 10, 30);   // a prompt of 2,000 tokens is read for a minute on two cores
    private static final Duration FIRST_WAIT = Duration.ofMillis(400), FIRST_WAIT_UNHURRIED = Duration.ofSeconds(1), REST = Duration.ofSeconds(30);

    static Language open(ModelChoice choice) {
        boolean local = choice.kind() == ModelChoice.Kind.GGUF || choice.kind() == ModelChoice.Kind.OLLAMA;
        Models.Open open = Models.open(choice);
        Patient patient = new Patient(new ChatLlm(open.model(), local ? LOCAL : REMOTE), FIRST_WAIT, REST), quick = new Patient(new ChatLlm(open.model(), local ? LOCAL_QUICK : REMOTE_QUICK), FIRST_WAIT, REST);
        return new Language(Written.LanguageModel.of(choice.label(), patient, quick, choice.structured(), choice.window() - Models.answerTokens()), Patient.unhurried(new ChatLlm(open.model(), local ? LOCAL : REMOTE), FIRST_WAIT_UNHURRIED), open);
    }

    private static ChatLlm.Limits limits(int first, int between, int whole) {
        return new ChatLlm.Limits(Duration.ofSeconds(first), Duration.ofSeconds(between), Duration.ofSeconds(whole));
    }

    @Override
    public void close() {
        open.close();
    }
}
