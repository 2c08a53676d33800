package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.model.Completion;
import ibid.model.Completion.Failure;
import ibid.model.Llm;
import ibid.model.ScriptedLlm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers of a language model over HTTP. */
class LlmRoutesTest {

    private static final String QUESTION = "How much was the ferry Aurelia sold for?";
    private static final String TRUE = "The ferry Aurelia was sold to Bergen for two million crowns.";

    @TempDir
    private Path folder;

    private final ScriptedLlm llm = new ScriptedLlm();
    private Running running;

    @BeforeEach
    void start() {
        running = Running.written(folder, llm);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String events(String question, String more) {
        return running.post(
                        "/api/v1/answers",
                        "{\"question\": \"" + question + "\"" + more + "}",
                        "Accept",
                        "text/event-stream")
                .body();
    }

    @Test
    void textThatIsNotCheckedComesOnlyToWhoAsksForIt() {
        llm.to("answer", TRUE + " [S1]\nKylie Minogue sang.");
        assertThat(events(QUESTION, ""))
                .doesNotContain("text.delta")
                .doesNotContain("Kyl")
                .contains("event: sentence");
        assertThat(events("What was the ferry Aurelia sold for?", ", \"provisional\": true"))
                .contains("event: text.delta")
                .contains("event: sentence");
    }

    @Test
    void theAnswerNamesItsWriterItsPromptAndItsTokens() {
        llm.to("answer", TRUE + " [S1]");
        AnswerBody answer = running.ask(QUESTION);
        assertThat(answer.provenance().writer().model()).isEqualTo("scripted");
        assertThat(answer.provenance().writer().prompt()).matches("answer@[0-9a-f]{8}");
        assertThat(answer.provenance().writer().note()).isEmpty();
        assertThat(answer.provenance().usage().tokensIn()).isEqualTo(100);
        assertThat(answer.provenance().usage().tokensOut()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void aModelThatFailsLeavesAStoredTrueAnswerWithANote(Failure failure) {
        llm.to("answer", "", failure);
        AnswerBody answer = running.ask(QUESTION);
        assertThat(answer.text()).startsWith(TRUE);
        assertThat(answer.provenance().writer().note()).startsWith("The language model " + failure.description());
        assertThat(running.get("/api/v1/answers/" + answer.id(), AnswerBody.class))
                .isEqualTo(answer);
        assertThat(answer.toString()).doesNotContain("Exception").doesNotContain("scripted");
    }

    @Test
    void aFollowUpIsPutIntoTheModelsWordsWithTheConversation() {
        llm.to("answer", TRUE + " [S1]").to("rewrite-question", "For how much was the ferry Aurelia sold?");
        AnswerBody first = running.ask("What happened to the ferry Aurelia?");
        AnswerBody second = running.ask("For how much?", first.asked().conversationId());
        assertThat(second.asked().query()).isEqualTo("For how much was the ferry Aurelia sold?");
        assertThat(llm.asked())
                .filteredOn(prompt -> prompt.version().startsWith("rewrite-question"))
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.user())
                        .contains("Reader: What happened to the ferry Aurelia?")
                        .contains("Answer: " + TRUE));
    }

    /** The model waits in the middle of its first sentence until the reader has its first words. */
    @Test
    void theFirstWordsAreVisibleWhileTheModelWrites() throws Exception {
        CountDownLatch isVisible = new CountDownLatch(1);
        AtomicBoolean wasVisible = new AtomicBoolean();
        Llm streaming = (prompt, listener) -> {
            listener.test("The ferry Aurelia ");
            wasVisible.set(isReleased(isVisible));
            listener.test("was sold to Bergen for two million crowns. [S1]\n");
            String text = "The ferry Aurelia was sold to Bergen for two million crowns. [S1]";
            return new Completion.Finished(text, Completion.Usage.NONE, false);
        };
        List<String> kinds = new ArrayList<>();
        try (Running server = Running.written(folder.resolve("streaming"), streaming)) {
            server.lines("/api/v1/answers", "{\"question\": \"" + QUESTION + "\", \"provisional\": true}", line -> {
                if (line.startsWith("event: ")) {
                    kinds.add(line.substring("event: ".length()));
                }
                if (line.contains("The ferry Aurelia ")) {
                    isVisible.countDown();
                }
            });
        }
        assertThat(wasVisible).isTrue();
        assertThat(kinds).containsSubsequence("answer.created", "passages", "text.delta", "text.delta", "sentence");
        assertThat(kinds.getLast()).isEqualTo("answer.completed");
    }

    private static boolean isReleased(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
