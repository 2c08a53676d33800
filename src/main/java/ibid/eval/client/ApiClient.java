package ibid.eval.client;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.ArticleBody;
import ibid.api.CheckRequest;
import ibid.api.FiltersBody;
import ibid.api.Json;
import ibid.api.NearestBody;
import ibid.api.VerdictBody;
import ibid.api.collection.ArticleTextBody;
import ibid.api.collection.ArticlesBody;
import ibid.api.collection.IndexBody;
import ibid.api.collection.ListedArticle;
import ibid.api.collection.SearchBody;
import ibid.language.Text;
import java.io.IOException;
import java.net.CookieManager;
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
 * Client of the API of a running server. Every error of the server is thrown as an {@link IbidException}. One thread at
 * a time.
 */
public final class ApiClient implements AutoCloseable {

    /** The limit of passages of one article per request. */
    public static final int MAX_PASSAGES = 100;

    /**
     * The time without an event after which an answer counts as failed. A server sends a heartbeat every 15 seconds,
     * but a language model can be slow.
     */
    private static final int UNAVAILABLE = 503;

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(120);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The depth of the retrieval measures. */
    private static final int MAX_FOUND = 10;

    /** The length limit of a query that looks up a known passage. */
    private static final int MAX_QUERY_CHARS = 200;

    private static final int ARTICLES_PER_PAGE = 1000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .cookieHandler(new CookieManager()) // by it a server knows whose follow-up it is
            .build();
    private final Map<String, Optional<OriginalArticle>> originals = new HashMap<>();
    private final Map<String, String> passages = new HashMap<>();
    private final String base;
    private final String key;
    private final Duration answerTimeout;

    public ApiClient(String url) {
        this(url, "", ANSWER_TIMEOUT);
    }

    /** @param key of a reader, sent with each request; empty for none */
    public ApiClient(String url, String key) {
        this(url, key, ANSWER_TIMEOUT);
    }

    public ApiClient(String url, String key, Duration answerTimeout) {
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.key = key;
        this.answerTimeout = answerTimeout;
    }

    /**
     * An answer with the time it took.
     *
     * @param found       what the writer was given, best first
     * @param firstMillis until the first sentence, or the end if there is none
     */
    public record Timed(AnswerBody answer, List<Passage> found, double firstMillis, double totalMillis) {}

    /** A passage found by the search. */
    public record Passage(String id, String text) {}

    /** Asks a question and reads the event stream to the end. */
    public Timed ask(String question, Optional<String> conversation) {
        return ask(question, conversation, "");
    }

    /** @param filters as JSON in the API's own form, or empty */
    public Timed ask(String question, Optional<String> conversation, String filters) {
        FiltersBody chosen = filters.isEmpty() ? null : Json.readStrict(filters, FiltersBody.class, "the filters");
        AnswerRequest body = new AnswerRequest(question, conversation.orElse(""), chosen, null, false);
        HttpRequest request = post("/api/v1/answers", body)
                .header("Accept", "text/event-stream")
                .timeout(answerTimeout)
                .build();
        long start = System.nanoTime();
        HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
        AnswerStream.Finished finished;
        try (EventLines lines = new EventLines(response.body(), answerTimeout)) {
            AnswerStream stream = new AnswerStream(lines, start);
            if (response.statusCode() != 200) {
                throw stream.refusal(response.statusCode());
            }
            finished = stream.follow();
        }
        return new Timed(finished.answer(), texts(finished.found()), finished.firstMillis(), finished.totalMillis());
    }

    private List<Passage> texts(List<NearestBody> found) {
        List<Passage> texts = new ArrayList<>();
        for (NearestBody near : found) {
            if (texts.size() == MAX_FOUND) {
                break;
            }
            Optional<String> text = passage(near.article().id(), near.passageId(), near.excerpt());
            texts.add(new Passage(near.passageId(), text.orElse(near.excerpt())));
        }
        return texts;
    }

    /**
     * The text of a passage; empty if its article has no such passage.
     *
     * @param words of the passage, used as the query in an article with many passages
     */
    public Optional<String> passage(String article, String id, String words) {
        if (!passages.containsKey(id)) {
            passages(article, words);
        }
        return Optional.ofNullable(passages.get(id));
    }

    /** The ids of the passages of an article, limited to one request. */
    public List<String> passages(String article, String words) {
        SearchBody body = get(searchPath(article, words), SearchBody.class);
        List<String> ids = new ArrayList<>();
        for (SearchBody.FoundPassage found : body.passages()) {
            ids.add(found.passageId());
            passages.put(found.passageId(), found.text());
        }
        return ids;
    }

    private static String searchPath(String article, String words) {
        String query = words.substring(0, Math.min(MAX_QUERY_CHARS, words.length()));
        return "/api/v1/search?limit=" + MAX_PASSAGES + "&q=" + encoded(query) + "&articles=" + encoded(article);
    }

    /** The generation of the server's index; it changes with the articles. */
    public String generation() {
        return index().contents().generation();
    }

    /** The build of the server; empty if it is not stated. */
    public String build() {
        return index().build();
    }

    private IndexBody index() {
        return get("/api/v1/index", IndexBody.class);
    }

    /** The article as the server stores it; empty if there is none with that id. */
    public Optional<OriginalArticle> original(String article) {
        // Without an id the address would be the list of all articles.
        if (article.isBlank()) {
            return Optional.empty();
        }
        return originals.computeIfAbsent(article, this::fetch);
    }

    private Optional<OriginalArticle> fetch(String article) {
        String path = "/api/v1/articles/" + encoded(article);
        Optional<ArticleBody> source = find(path, ArticleBody.class, REQUEST_TIMEOUT);
        Optional<ArticleTextBody> text = find(path + "/text", ArticleTextBody.class, REQUEST_TIMEOUT);
        if (source.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OriginalArticle(source.get(), new Text(text.get().text())));
    }

    /** The ids of all articles. */
    public List<String> articles() {
        List<String> ids = new ArrayList<>();
        ArticlesBody page;
        do {
            String path = "/api/v1/articles?limit=" + ARTICLES_PER_PAGE + "&offset=" + ids.size();
            page = get(path, ArticlesBody.class);
            for (ListedArticle listed : page.articles()) {
                ids.add(listed.article().id());
            }
        } while (!page.articles().isEmpty() && ids.size() < page.total());
        return ids;
    }

    /**
     * Requests the suggestions, as the chat does when it opens; false if the server, which tries dozens of questions,
     * needs more time for it.
     */
    public boolean suggest() {
        HttpRequest request =
                request("/api/v1/suggestions").timeout(answerTimeout).build();
        return send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != UNAVAILABLE;
    }

    /** The server's check of a claim against texts. */
    public VerdictBody check(String claim, List<String> evidence) {
        HttpRequest request = post("/api/v1/checks", new CheckRequest(claim, evidence))
                .timeout(answerTimeout)
                .build();
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return read(response, "/api/v1/checks", VerdictBody.class);
    }

    public AnswerBody answer(String id) {
        return get("/api/v1/answers/" + id, AnswerBody.class);
    }

    public void forget(String conversation) {
        HttpRequest request = request("/api/v1/conversations/" + conversation)
                .timeout(REQUEST_TIMEOUT)
                .DELETE()
                .build();
        send(request, HttpResponse.BodyHandlers.discarding());
    }

    private <T> T get(String path, Class<T> type) {
        return find(path, type, REQUEST_TIMEOUT).orElseThrow(() -> failed(path + " does not exist"));
    }

    /** Empty if the status is 404. */
    private <T> Optional<T> find(String path, Class<T> type, Duration timeout) {
        HttpRequest request = request(path).timeout(timeout).build();
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(response, path, type));
    }

    private HttpRequest.Builder post(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static <T> T read(HttpResponse<String> response, String path, Class<T> type) {
        if (response.statusCode() != 200) {
            throw failed(path + " gave " + response.statusCode() + ": " + response.body());
        }
        return Json.readLenient(response.body(), type, "what the server sent for " + path);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException unreachable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "no Ibid answers at " + base + " (" + unreachable.getMessage()
                            + "); start a server with ./ibid serve, or omit --url",
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** A question that got no answer. */
    public static IbidException failed(String how) {
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
