package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.api.AnswerBody;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fields of each response, their order, and which are null: programs rely on them, whatever the records are called.
 * Run with -Dgolden=update to rewrite the file, and check the difference.
 */
class WireFormTest {

    private static final Path GOLDEN = Path.of("src/test/resources/ibid/serve/wire-form.txt");
    private static final ObjectMapper TREES = new ObjectMapper();

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void everyResponseHasItsFields() throws IOException {
        try (Running server = Running.over(folder)) {
            AnswerBody answered = server.ask("How much was the ferry Aurelia sold for?");
            AnswerBody abstained = server.ask("What did Kylie Minogue do?");
            String feedback = "/api/v1/answers/" + answered.id() + "/feedback";
            server.post(feedback, "{\"rating\": \"down\", \"reasons\": [\"wrong\"]}");
            add("an answer", server.get("/api/v1/answers/" + answered.id()));
            add("an abstention", server.get("/api/v1/answers/" + abstained.id()));
            add(
                    "a conversation",
                    server.get("/api/v1/conversations/" + answered.asked().conversationId()));
            for (String path : List.of(
                    "conversations",
                    "articles",
                    "articles/ferry",
                    "articles/ferry/text",
                    "search?q=ferry&limit=1",
                    "index",
                    "index/files",
                    "suggestions",
                    "articles/none")) {
                add(path, server.get("/api/v1/" + path));
            }
            addPosted(server);
        }
        String form = String.join("\n", lines) + "\n";
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(GOLDEN, form);
        }
        assertThat(form).isEqualTo(Files.readString(GOLDEN));
    }

    private void addPosted(Running server) throws IOException {
        String claim = "{\"claim\": \"The pact has 12 members.\", \"evidence\": \"The pact has 31 members.\"}";
        add("a check", server.post("/api/v1/checks", claim));
        add(
                "a file added",
                new Form().file("tunnel.md", "The tunnel was begun in 1931.").to(server, ""));
        add("a file refused", new Form().file("broken.pdf", "no PDF").to(server, ""));
        add("readyz", server.get("/readyz"));
        String question = "{\"question\": \"Who is Anna Berg?\", \"filters\": {\"publishers\": [\"Harbour Gazette\"]}}";
        addEvents(server.post("/api/v1/answers", question, "Accept", "text/event-stream"));
    }

    private void add(String name, HttpResponse<String> response) throws IOException {
        add(name + " (" + response.statusCode() + ")", response.body());
    }

    /** The first event of each name. */
    private void addEvents(HttpResponse<String> stream) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String event : stream.body().split("\n\n")) {
            String name = event.lines().skip(1).findFirst().orElseThrow();
            String data = event.lines().skip(2).findFirst().orElseThrow().substring("data: ".length());
            if (!seen.contains(name)) {
                add(name, data);
            }
            seen.add(name);
        }
    }

    private void add(String name, String json) throws IOException {
        lines.add("== " + name);
        describe("", TREES.readTree(json));
    }

    /** The items of an array have one form, so only the first is written. */
    private void describe(String path, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                describe(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (node.isArray() && !node.isEmpty()) {
            describe(path + "[]", node.get(0));
        } else {
            lines.add(path + " " + node.getNodeType().name().toLowerCase(Locale.ROOT));
        }
    }
}
