package ibid.model;

import static ibid.model.ModelServer.anthropic;
import static ibid.model.ModelServer.cut;
import static ibid.model.ModelServer.ollama;
import static ibid.model.ModelServer.openai;
import static ibid.model.ModelServer.status;
import static ibid.model.ModelServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.model.Completion.Failed;
import ibid.model.Completion.Failure;
import ibid.model.Completion.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each provider's API, with a server that responds correctly and with failing ones. */
class ModelProviderTest {

    private static final Prompt.Filled PROMPT =
            new Prompt.Filled("answer@0", Prompt.Output.TEXT, "Be brief.", "Say good morning.");
    private static final TimeLimits LIMITS =
            new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(30));

    private final ModelServer server = new ModelServer();
    private final List<String> pieces = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private Completion ask(ModelProvider kind, String path) {
        return ask(kind, path, PROMPT);
    }

    private Completion ask(ModelProvider kind, String path, Prompt.Filled prompt) {
        try (OpenModel open = OpenModel.of(new ModelChoice(kind, "small", server.url() + path, "a-key", 4096))) {
            return open.withoutRetries(LIMITS).complete(prompt, pieces::add);
        }
    }

    private Completion openAi() {
        return ask(ModelProvider.OPENAI, "/v1");
    }

    private Failed failed() {
        Completion completion = openAi();
        assertThat(completion).isInstanceOf(Failed.class);
        return (Failed) completion;
    }

    @Test
    void openAisDialectStreams() {
        server.then(stream("text/event-stream", openai("stop", "Good ", "morning.")));
        assertThat(openAi()).isEqualTo(new Completion.Finished("Good morning.", new Usage(120, 7), false));
        assertThat(pieces).containsExactly("Good ", "morning.");
        assertThat(server.requests().getFirst())
                .startsWith("/v1/chat/completions")
                .contains("\"stream\" : true")
                .contains("Say good morning.");
    }

    @Test
    void anthropicsDialectStreams() {
        server.then(stream("text/event-stream", anthropic("Good ", "morning.")));
        assertThat(ask(ModelProvider.ANTHROPIC, "/v1"))
                .isEqualTo(new Completion.Finished("Good morning.", new Usage(120, 7), false));
        assertThat(pieces).containsExactly("Good ", "morning.");
    }

    @Test
    void ollamaGetsItsWindow() {
        server.then(stream("application/x-ndjson", ollama(120, "Good ", "morning.")));
        assertThat(ask(ModelProvider.OLLAMA, ""))
                .isEqualTo(new Completion.Finished("Good morning.", new Usage(120, 7), false));
        assertThat(server.requests().getFirst()).startsWith("/api/chat").containsPattern("\"num_ctx\" ?: ?4096");
    }

    @Test
    void aModelThatCanBeHeldToASchemaIsHeldToIt() {
        server.then(stream("text/event-stream", openai("stop", "{}")));
        ask(ModelProvider.OPENAI, "/v1", new Prompt.Filled("answer@0", Prompt.Output.SENTENCES, "s", "u"));
        assertThat(server.requests().getFirst())
                .contains("json_schema")
                .contains("passages")
                .contains("missing");
    }

    @Test
    void anthropicWithoutAKeyIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> OpenModel.of(new ModelChoice(ModelProvider.ANTHROPIC, "small", "", "", 4096)))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("IBID_MODEL_KEY");
    }

    @Test
    void whoHearsMayStopIt() {
        server.then(server.stall(openai("", "One. ", "Two. ")));
        try (OpenModel open =
                OpenModel.of(new ModelChoice(ModelProvider.OPENAI, "small", server.url() + "/v1", "a-key", 4096))) {
            assertThat(open.withoutRetries(LIMITS).complete(PROMPT, piece -> false))
                    .isEqualTo(new Completion.Finished("One. ", Usage.NONE, true));
        }
    }

    @ParameterizedTest
    @CsvSource({"429,BUSY", "500,BROKEN", "503,BROKEN", "401,UNAUTHORISED", "400,REJECTED", "404,ABSENT"})
    void aRefusalIsNamed(int code, Failure failure) {
        server.then(status(code, "{\"error\": {\"message\": \"no\"}}"));
        assertThat(failed().failure()).isEqualTo(failure);
    }

    @Test
    void retryAfterIsObserved() {
        server.then(status(429, "{}", "Retry-After", "3"));
        assertThat(failed().pause()).contains(Duration.ofSeconds(3));
    }

    @Test
    void nobodyThereIsAbsent() {
        server.close();
        assertThat(failed().failure()).isEqualTo(Failure.ABSENT);
    }

    @Test
    void silenceIsSlow() {
        server.then(server.stall(List.of()));
        try (OpenModel open =
                OpenModel.of(new ModelChoice(ModelProvider.OPENAI, "small", server.url() + "/v1", "a-key", 4096))) {
            Llm impatient = open.withoutRetries(
                    new TimeLimits(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(5)));
            assertThat(impatient.complete(PROMPT, pieces::add))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.SLOW));
        }
    }

    @Test
    void aPauseBetweenTokensIsAStallAndKeepsWhatCame() {
        server.then(server.stall(openai("", "One. ", "Tw")));
        Failed failed = failed();
        assertThat(failed.failure()).isEqualTo(Failure.STALLED);
        assertThat(failed.text()).isEqualTo("One. Tw");
    }

    @Test
    void aBrokenConnectionIsCutOff() {
        server.then(cut(openai("", "One. ", "Tw")));
        Failed failed = failed();
        assertThat(failed.failure()).isEqualTo(Failure.CUT);
        assertThat(failed.text()).isEqualTo("One. Tw");
    }

    @Test
    void anEndThatSaysNothingIsCutOff() {
        server.then(stream("text/event-stream", openai("", "One. ", "Tw")));
        assertThat(failed().failure()).isEqualTo(Failure.CUT);
    }

    @Test
    void whatCannotBeReadIsAFailure() {
        server.then(stream("text/event-stream", List.of("data: {\"choices\": [{\"index\": 0, \"del\n")));
        assertThat(failed().failure()).isIn(Failure.MALFORMED, Failure.CUT);
    }

    @Test
    void noTextIsEmpty() {
        server.then(stream("text/event-stream", openai("stop")));
        assertThat(failed().failure()).isEqualTo(Failure.EMPTY);
    }

    @Test
    void aContentFilterIsARefusal() {
        server.then(stream("text/event-stream", openai("content_filter", "I ")));
        assertThat(failed().failure()).isEqualTo(Failure.REFUSED);
    }

    @Test
    void reachingTheTokenLimitIsNotAnEnd() {
        server.then(stream("text/event-stream", openai("length", "One. ", "Tw")));
        assertThat(failed().failure()).isEqualTo(Failure.TOO_LONG);
    }

    @Test
    void noMessageHasTheKey() {
        server.then(status(401, "{\"error\": {\"message\": \"bad key\"}}"));
        assertThat(failed().toString()).doesNotContain("a-key");
        assertThat(Optional.of(new ModelChoice(ModelProvider.OPENAI, "small", "", "a-key", 1024))
                        .toString())
                .doesNotContain("a-key");
    }
}
