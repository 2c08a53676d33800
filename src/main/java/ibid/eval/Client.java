package ibid.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Speaks the API to a running server, as any program would. One thread at a time. */
public final class Client implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final String base;

    public Client(String url) {
        base = url.replaceAll("/+$", "");
    }

    /** @param firstMillis until the first sentence, or the end where there is none */
    public record Timed(JsonNode answer, double firstMillis, double totalMillis) {}

    /** Asks and follows the event stream to its end. */
    public Timed ask(String question, Optional<String> conversation) {
        return ask(question, conversation, "");
    }

    /** @param filters as JSON in the API's own form, or empty */
    Timed ask(String question, Optional<String> conversation, String filters) {
        ObjectNode body = JSON.createObjectNode().put("question", question);
        if (!filters.isEmpty()) body.set("filters", filters(filters));
        conversation.ifPresent(id -> body.put("conversation_id", id));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/v1/answers")).header("Content-Type", "application/json").header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(120)).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
        long start = System.nanoTime();
        HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) throw new IllegalStateException("asking failed with " + response.statusCode() + ": " + String.join("", lines.toList()));
            return follow(lines.iterator(), start);
        }
    }

    private static Timed follow(Iterator<String> lines, long start) {
        double first = -1;
        String event = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event: ")) event = line.substring(7);
            if (!line.startsWith("data: ")) continue;
            double now = (System.nanoTime() - start) / 1e6;
            if (event.equals("sentence") && first < 0) first = now;
            if (event.equals("error")) throw new IllegalStateException("the server reports " + line.substring(6));
            if (event.equals("answer.completed")) return new Timed(parse(line.substring(6)), first < 0 ? now : first, now);
        }
        throw new IllegalStateException("the event stream ended without an answer");
    }

    /** A passage that was found. */
    public record Passage(String id, String text) {}

    /** The passages found, best first; none for a query of nothing. */
    public List<Passage> search(String query, int limit) {
        return search(query, limit, "");
    }

    List<Passage> search(String query, int limit, String filters) {
        List<Passage> found = new ArrayList<>();
        if (query.isBlank()) return found;
        StringBuilder narrowed = new StringBuilder();
        if (!filters.isEmpty()) filters(filters).properties().forEach(one -> (one.getValue().isArray() ? one.getValue() : JSON.createArrayNode().add(one.getValue()))
                .forEach(value -> narrowed.append('&').append(one.getKey()).append('=').append(URLEncoder.encode(value.asText(), StandardCharsets.UTF_8))));
        get("/api/v1/search?limit=" + limit + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + narrowed).orElseThrow().path("passages")
                .forEach(passage -> found.add(new Passage(passage.path("passage_id").asText(), passage.path("text").asText())));
        return found;
    }

    /** Missing where they are no JSON. */
    static JsonNode filters(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return JSON.missingNode();
        }
    }

    /** What the server's index was made from, as it names it; changes with the articles. */
    public String generation() {
        return get("/api/v1/index").orElseThrow().path("generation").asText();
    }

    /** Which Ibid the server is; empty where it does not tell. */
    public String build() {
        return get("/api/v1/index").orElseThrow().path("build").asText("");
    }

    public Optional<String> text(String article) {
        return texts.computeIfAbsent(article, id -> get("/api/v1/articles/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/text").map(json -> json.path("text").asText()));
    }

    public JsonNode answer(String id) {
        return get("/api/v1/answers/" + id).orElseThrow();
    }

    public void forget(String conversation) {
        send(HttpRequest.newBuilder(URI.create(base + "/api/v1/conversations/" + conversation)).DELETE().build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Empty on 404. */
    private Optional<JsonNode> get(String path) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 404) return Optional.empty();
        if (response.statusCode() != 200) throw new IllegalStateException(path + " gave " + response.statusCode() + ": " + response.body());
        return Optional.of(parse(response.body()));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException unreachable) {
            throw new IbidException(IbidException.Code.INVALID, "no Ibid answers at " + base + " (" + unreachable.getMessage() + "); start one with ./ibid serve, or leave --url out", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new IllegalStateException("the server sent what is not JSON: " + json, broken);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
