package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAI's dialect takes and refuses. */
class ChatRefusalsTest {

    private static final String QUESTION = "{\"messages\": [{\"role\": \"user\", \"content\": \"Who is Anna Berg?\"}]}";

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

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "{\"messages\": []}",
                "{\"messages\": \"x\"}",
                "{\"messages\": [{\"role\": \"system\", \"content\": \"x\"}]}",
                "{\"messages\": [{\"role\": \"user\", \"content\": null}]}",
                "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]}",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"x\"}], \"n\": 2}",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"x\"}], \"response_format\": {\"type\": \"xml\"}}",
                "{\"messages\": [null]}",
                "{\"messages\": [{\"content\": \"x\"}, {\"role\": \"user\", \"content\": \"x\"}]}",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"x\"}], \"filters\": {\"publisher\": [\"x\"]}}"
            })
    void whatCannotBeAnsweredIsRefusedInOpenAisShape(String body) {
        HttpResponse<String> response = server.post("/v1/chat/completions", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        JsonNode error = tree(response.body()).get("error");
        assertThat(error.get("message").asText()).isNotBlank();
        assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.has("param") && error.has("code")).isTrue();
    }

    @Test
    void unknownPathsAndModelsAreRefusedInTheSameShape() {
        for (String path : List.of("/v1/models/none", "/v1/embeddings")) {
            HttpResponse<String> response = server.get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(tree(response.body()).at("/error/message").asText()).isNotBlank();
        }
        HttpResponse<String> foreign = server.post("/v1/chat/completions", QUESTION, "Origin", "https://evil.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(tree(foreign.body()).at("/error/type").asText()).isEqualTo("permission_error");
    }

    @Test
    void whatFollowsTheLastQuestionIsNotRead() {
        String messages =
                QUESTION.replace("]", ", {\"role\": \"assistant\", \"content\": null}, {\"role\": \"tool\"}]");
        assertThat(tree(server.post("/v1/chat/completions", messages).body())
                        .at("/choices/0/message/content")
                        .asText())
                .contains("harbour master");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatThereAre() {
        HttpResponse<String> chat = server.get("/v1/chat/completions");
        assertThat(chat.statusCode()).isEqualTo(405);
        assertThat(chat.headers().firstValue("Allow")).hasValue("POST");
        assertThat(tree(chat.body()).at("/error/message").asText()).contains("takes POST, not GET");
        HttpResponse<String> search = server.delete("/api/v1/search");
        assertThat(search.statusCode()).isEqualTo(405);
        assertThat(search.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void anyKeyIsAcceptedWhereNoneIsSet() {
        HttpResponse<String> response =
                server.post("/v1/chat/completions", QUESTION, "Authorization", "Bearer sk-none");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aLongHistoryIsTakenUpToItsLimit() {
        HttpResponse<String> taken = server.post("/v1/chat/completions", after("y".repeat(100_000)));
        assertThat(tree(taken.body()).at("/choices/0/message/content").asText()).contains("two million crowns");
        HttpResponse<String> refused = server.post("/v1/chat/completions", after("y".repeat(1 << 20)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(tree(refused.body()).at("/error/code").asText()).isEqualTo("request_too_large");
    }

    private static String after(String reply) {
        return "{\"messages\": [{\"role\": \"user\", \"content\": \"What?\"}, {\"role\": \"assistant\", \"content\": \""
                + reply + "\"}, {\"role\": \"user\", \"content\": \"How much was the ferry Aurelia sold for?\"}]}";
    }
}
