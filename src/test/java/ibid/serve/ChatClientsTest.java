package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Unmodified clients of OpenAI's dialect ask a running server. */
class ChatClientsTest {

    private static final Path PYTHON = Path.of("target/clients/bin/python"); // .ci/run installs the package there
    private static final Path CURL = Path.of("/usr/bin/curl");
    private static final Path SCRIPT = Path.of("src/test/resources/ibid/serve/openai_client.py");
    private static final String QUESTION = "How much was the ferry Aurelia sold for?";
    private static final long MAX_SECONDS = 120;

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() {
        server = Running.over(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static boolean hasPython() {
        return Files.isExecutable(PYTHON);
    }

    static boolean hasCurl() {
        return Files.isExecutable(CURL);
    }

    @Test
    void langChain4jStreamsTheSameAnswerThatItGetsAtOnce() throws Exception {
        StringBuilder pieces = new StringBuilder();
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        OpenAiStreamingChatModel.builder()
                .baseUrl(server.url("/v1"))
                .apiKey("sk-none")
                .modelName("ibid")
                .build()
                .chat(QUESTION, new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        pieces.append(piece);
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        whole.complete(response);
                    }

                    @Override
                    public void onError(Throwable error) {
                        whole.completeExceptionally(error);
                    }
                });
        ChatResponse streamed = whole.get(MAX_SECONDS, TimeUnit.SECONDS);
        String atOnce = plain().chat(QUESTION);
        assertThat(pieces.toString()).isEqualTo(streamed.aiMessage().text()).isEqualTo(atOnce);
        assertThat(atOnce).contains("two million crowns. [1][2]");
        assertThat(streamed.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(streamed.tokenUsage().outputTokenCount()).isPositive();
    }

    private OpenAiChatModel plain() {
        return OpenAiChatModel.builder()
                .baseUrl(server.url("/v1"))
                .apiKey("sk-none")
                .modelName("ibid")
                .build();
    }

    @Test
    void langChain4jsMessagesAreTheConversation() {
        ChatResponse response = plain().chat(
                        UserMessage.from("What is the Aurelia?"),
                        AiMessage.from("A ferry."),
                        UserMessage.from("How much was it sold for?"));
        assertThat(response.aiMessage().text()).contains("two million crowns");
    }

    @Test
    @EnabledIf(value = "hasPython", disabledReason = "no openai package in target/clients; .ci/run installs it")
    void thePythonPackageOfOpenAiIsServed() throws Exception {
        assertThat(output(PYTHON.toString(), SCRIPT.toString(), server.url(""))).isEqualTo("all promises hold\n");
    }

    @Test
    @EnabledIf(value = "hasCurl", disabledReason = "no /usr/bin/curl")
    void curlSeesAStreamThatEndsAsOpenAisDoes() throws Exception {
        String body = "{\"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"" + QUESTION + "\"}]}";
        String stream = output(
                CURL.toString(),
                "-sN",
                server.url("/v1/chat/completions"),
                "-H",
                "Content-Type: application/json",
                "-d",
                body);
        assertThat(stream.strip()).startsWith("data: {").endsWith("data: [DONE]");
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
