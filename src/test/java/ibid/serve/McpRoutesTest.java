package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both generations of the Model Context Protocol, message by message. */
class McpRoutesTest {

    private static final String QUESTION = "How much was the ferry Aurelia sold for?";
    private static final String MODERN = "2026-07-28";

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

    @Test
    void aRefusalShowsTheErrorAndNoStack() {
        for (String accept : List.of("application/json", "application/json, text/event-stream")) {
            HttpResponse<String> response = server.post("/mcp", "{}", "Accept", accept);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).startsWith("{\"jsonrpc\":\"2.0\"").contains("\"code\":-32");
            assertThat(response.body()).doesNotContain("stackTrace").doesNotContain("className");
        }
    }

    private record Reply(Map<String, Object> result, Map<String, Object> error) {}

    private Map<String, Object> legacy(String method, Map<String, Object> params) {
        String body = Json.write(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
        HttpResponse<String> response = server.post("/mcp", body, "Accept", "application/json, text/event-stream");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.readLenient(response.body(), Reply.class, "the response").result();
    }

    private HttpResponse<String> modern(String method, String name, Map<String, Object> params) {
        Map<String, Object> meta = Map.of(
                "io.modelcontextprotocol/protocolVersion",
                MODERN,
                "io.modelcontextprotocol/clientInfo",
                Map.of("name", "test", "version", "1"),
                "io.modelcontextprotocol/clientCapabilities",
                Map.of());
        Map<String, Object> all = new HashMap<>(params);
        all.put("_meta", meta);
        String body = Json.write(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", all));
        return server.post(
                "/mcp",
                body,
                "Accept",
                "application/json, text/event-stream",
                "MCP-Protocol-Version",
                MODERN,
                "Mcp-Method",
                method,
                "Mcp-Name",
                name);
    }

    private Map<String, Object> call(String tool, Map<String, Object> arguments) {
        return legacy("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    private static String text(Map<String, Object> result) {
        return Json.write(result.get("content"));
    }

    @Test
    void anOlderClientBeginsWithAHandshakeAndSeesFourTools() {
        Map<String, Object> hello = legacy(
                "initialize",
                Map.of(
                        "protocolVersion",
                        "2025-06-18",
                        "capabilities",
                        Map.of(),
                        "clientInfo",
                        Map.of("name", "test", "version", "1")));
        assertThat(hello).containsEntry("protocolVersion", "2025-06-18");
        List<?> tools = (List<?>) legacy("tools/list", Map.of()).get("tools");
        List<String> names = tools.stream()
                .map(tool -> (String) ((Map<?, ?>) tool).get("name"))
                .toList();
        assertThat(names).containsExactly("search", "fetch", "ask", "check");
    }

    @Test
    void searchAndFetchHaveTheShapesOfDeepResearchClients() {
        Map<?, ?> found = (Map<?, ?>)
                call("search", Map.of("query", "ferry Aurelia sold")).get("structuredContent");
        Map<?, ?> first = (Map<?, ?>) ((List<?>) found.get("results")).getFirst();
        assertThat(first.keySet()).isEqualTo(Set.of("id", "title", "url", "text"));
        Map<?, ?> document =
                (Map<?, ?>) call("fetch", Map.of("id", first.get("id"))).get("structuredContent");
        assertThat(document.get("title")).isEqualTo(first.get("title"));
        assertThat((String) document.get("text")).contains("Aurelia");
        assertThat((String) document.get("url")).startsWith("http");
    }

    @Test
    void askGivesTheAnswerOfTheNativeRouteAndStoresIt() {
        AnswerBody own = server.ask(QUESTION);
        Map<String, Object> result = call("ask", Map.of("question", QUESTION));
        AnswerBody asked = Json.readLenient(Json.write(result.get("structuredContent")), AnswerBody.class, "ask");
        assertThat(asked.text()).isEqualTo(own.text());
        assertThat(asked.footnotes()).isEqualTo(own.footnotes());
        assertThat(server.get("/api/v1/answers/" + asked.id()).statusCode()).isEqualTo(200);
        assertThat(text(result)).contains("two million crowns. [1][2]");
    }

    @Test
    void checkGivesAVerdict() {
        Map<?, ?> verdict = (Map<?, ?>)
                call("check", Map.of("claim", "The ferry cost two crowns.", "evidence", "The ferry cost nine crowns."))
                        .get("structuredContent");
        assertThat(verdict.get("label")).isNotEqualTo("full");
    }

    @Test
    void aWrongArgumentIsAResultThatSaysWhatToSend() {
        Map<String, Object> unknown = call("fetch", Map.of("id", "no-such-article"));
        assertThat(unknown).containsEntry("isError", true);
        assertThat(text(unknown)).contains("use an id that the tool search returned");
        assertThat(text(call("search", Map.of("query", " ")))).contains("missing or empty");
        assertThat(text(call("ask", Map.of("question", "Why?", "bogus", 1)))).contains("bogus");
    }

    @Test
    void aNewerClientCallsWithoutAHandshake() {
        HttpResponse<String> response =
                modern("tools/call", "search", Map.of("name", "search", "arguments", Map.of("query", "ferry Aurelia")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("\"resultType\":\"complete\"").contains("Aurelia");
    }

    @Test
    void aHeaderThatContradictsTheBodyIsRefused() {
        HttpResponse<String> response =
                modern("tools/call", "fetch", Map.of("name", "search", "arguments", Map.of("query", "ferry")));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("-32020");
    }

    @Test
    void articlesAreResources() {
        HttpResponse<String> listed = modern("resources/list", "", Map.of());
        assertThat(listed.body()).contains("ibid://articles/");
        Map<?, ?> found =
                (Map<?, ?>) call("search", Map.of("query", "ferry Aurelia")).get("structuredContent");
        Object id = ((Map<?, ?>) ((List<?>) found.get("results")).getFirst()).get("id");
        Map<String, Object> read = legacy("resources/read", Map.of("uri", "ibid://articles/" + id));
        assertThat(Json.write(read)).contains("Aurelia");
    }

    @Test
    void anotherSiteIsRefused() {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        HttpResponse<String> response = server.post(
                "/mcp", body, "Accept", "application/json, text/event-stream", "Origin", "http://evil.example");
        assertThat(response.statusCode()).isEqualTo(403);
    }
}
