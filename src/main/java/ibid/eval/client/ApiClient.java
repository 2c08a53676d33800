package ibid.eval.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.language.Text;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Speaks the API to a running server, as any program would. Whatever the server does wrong ends in an {@link IbidException} that says so. One thread at a
 * time.
 */
public final class ApiClient implements AutoCloseable {

    /** How long an answer may keep silent: language models on slow machines think long, but a sign of life is due every 15 seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FOUND = 10; // as far as the measures of the search look
    private static final int MOST_WORDS = 200; // of a query that is only to find a passage again
    public static final int MOST_PASSAGES = 100; // of one article in one request

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Optional<OriginalArticle>> originals = new HashMap<>();
    private final Map<String, String> passages = new HashMap<>();
    private final String base;
    private final Duration patience;

    public ApiClient(String url) {
        this(url, PATIENCE);
    }

    public ApiClient(String url, Duration patience) {
        this.base = url.replaceAll("/+$", "");
        this.patience = patience;
    }

    /**
     * @param found       what the writer was given, best first
     * @param firstMillis until the first sentence, or the end where there is none
     */
    public record Timed(JsonNode answer, List<Passage> found, double firstMillis, double totalMillis) {}

    /** A passage that was found. */
    public record Passage(String id, String text) {}

    /** Asks and follows the event stream to its end. */
    public Timed ask(String question, Optional<String> conversation) {
        return ask(question, conversation, "");
    }

    /** @param filters as JSON in the API's own form, or empty */
    public Timed ask(String question, Optional<String> conversation, String filters) {
        ObjectNode body = JSON.createObjectNode().put("question", question);
        if (!filters.isEmpty()) body.set("filters", filters(filters));
        conversation.ifPresent(id -> body.put("conversation_id", id));
        HttpRequest request = post("/api/v1/answers", body)
                .header("Accept", "text/event-stream")
                .timeout(patience)
                .build();
        long start = System.nanoTime();
        HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
        try (EventLines lines = new EventLines(response.body(), patience)) {
            return follow(lines, response.statusCode(), start);
        }
    }

    private Timed follow(EventLines lines, int status, long start) {
        double first = -1;
        String event = "";
        JsonNode found = JSON.createArrayNode();
        StringBuilder problem = new StringBuilder();
        while (true) {
            String line = switch (lines.next()) {
                case EventLines.Next.Line some -> some.text();
                case EventLines.Next.Cut cut -> throw failed("no answer came to its end: " + cut.why());
                case EventLines.Next.Ended ended ->
                    throw failed(
                            status == 200
                                    ? "the event stream ended without an answer"
                                    : "asking gave " + status + ": " + problem);
            };
            double now = (System.nanoTime() - start) / 1e6;
            if (status != 200) problem.append(line);
            if (line.startsWith("event: ")) event = line.substring(7);
            if (!line.startsWith("data: ")) continue;
            JsonNode data = parse(line.substring(6));
            if (event.equals("sentence") && first < 0) first = now;
            if (event.equals("error")) throw failed("the server reports " + data);
            if (event.equals("passages")) found = data.path("passages");
            if (event.equals("answer.completed")) return new Timed(data, found(found), first < 0 ? now : first, now);
        }
    }

    private List<Passage> found(JsonNode passages) {
        List<Passage> found = new ArrayList<>();
        for (JsonNode passage : passages) {
            if (found.size() == FOUND) break;
            String id = passage.path("passage_id").asText(),
                    excerpt = passage.path("excerpt").asText();
            found.add(new Passage(
                    id,
                    passage(passage.path("article").path("id").asText(), id, excerpt)
                            .orElse(excerpt)));
        }
        return found;
    }

    /** The text of a passage, or empty where its article has none of that name. @param words of it, to find it by in an article of very many */
    public Optional<String> passage(String article, String id, String words) {
        if (!passages.containsKey(id)) passages(article, words);
        return Optional.ofNullable(passages.get(id));
    }

    /** The passages of an article, so far as one request gives them. */
    public List<String> passages(String article, String words) {
        List<String> ids = new ArrayList<>();
        get("/api/v1/search?limit=" + MOST_PASSAGES + "&q="
                        + encoded(words.substring(0, Math.min(MOST_WORDS, words.length()))) + "&articles="
                        + encoded(article))
                .orElseThrow()
                .path("passages")
                .forEach(passage -> {
                    ids.add(passage.path("passage_id").asText());
                    passages.put(ids.getLast(), passage.path("text").asText());
                });
        return ids;
    }

    /** Missing where they are no JSON. */
    public static JsonNode filters(String json) {
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

    /** An article as the server itself has it; empty where it has none of that id. */
    public Optional<OriginalArticle> original(String article) {
        if (article.isBlank())
            return Optional
                    .empty(); // a footnote that is not there cites nothing, and the address without an id is the list
        // of all
        return originals.computeIfAbsent(
                article,
                id -> get("/api/v1/articles/" + encoded(id))
                        .flatMap(source -> get("/api/v1/articles/" + encoded(id) + "/text")
                                .map(whole -> new OriginalArticle(
                                        source, new Text(whole.path("text").asText())))));
    }

    /** The ids of all articles. */
    public List<String> articles() {
        List<String> ids = new ArrayList<>();
        JsonNode page;
        do {
            page = get("/api/v1/articles?limit=1000&offset=" + ids.size()).orElseThrow();
            page.path("articles").forEach(article -> ids.add(article.path("id").asText()));
        } while (!page.path("articles").isEmpty()
                && ids.size() < page.path("total").asInt());
        return ids;
    }

    /** Has the server find out what it may suggest, as the chat does when it is opened. */
    public void suggest() {
        get("/api/v1/suggestions", patience); // it tries dozens of questions the first time
    }

    /** The server's check of a claim against texts. */
    public JsonNode check(String claim, List<String> evidence) {
        ObjectNode body = JSON.createObjectNode().put("claim", claim);
        evidence.forEach(body.putArray("evidence")::add);
        HttpRequest request = post("/api/v1/checks", body).timeout(patience).build();
        return parse(body(send(request, HttpResponse.BodyHandlers.ofString()), "/api/v1/checks"));
    }

    public JsonNode answer(String id) {
        return get("/api/v1/answers/" + id)
                .orElseThrow(() -> failed("there is no answer " + id + " where it was just given"));
    }

    public void forget(String conversation) {
        send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/conversations/" + conversation))
                        .timeout(SOON)
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Empty on 404. */
    private Optional<JsonNode> get(String path) {
        return get(path, SOON);
    }

    private Optional<JsonNode> get(String path, Duration limit) {
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(URI.create(base + path)).timeout(limit).build(),
                HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(parse(body(response, path)));
    }

    private HttpRequest.Builder post(String path, ObjectNode body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static String body(HttpResponse<String> response, String path) {
        if (response.statusCode() != 200)
            throw failed(path + " gave " + response.statusCode() + ": " + response.body());
        return response.body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException unreachable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "no Ibid answers at " + base + " (" + unreachable.getMessage()
                            + "); start one with ./ibid serve, or leave --url out",
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw failed("the server sent what is not JSON: " + json);
        }
    }

    private static IbidException failed(String how) {
        return new IbidException(IbidException.Code.BUSY, how);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
