package ibid.serve;

import ibid.api.AnswerBody;
import ibid.api.AnswerRequest;
import ibid.api.Json;
import ibid.api.ProblemBody;
import ibid.ask.Ask;
import ibid.ask.Samples;
import ibid.index.Collection;
import ibid.index.update.IndexWatcher;
import ibid.log.TurnLog;
import ibid.model.Llm;
import ibid.search.HybridRetriever;
import ibid.search.Retriever;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.limit.ReaderLimits;
import ibid.storage.PostgresAddress;
import ibid.verify.Verifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A real server on a free port over the sample collection, and a plain HTTP client to it. */
public final class Running implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Collection collection;
    private final TurnLog log;
    private final IndexWatcher watch;
    private final Server server;

    private record Door(AccessPolicy access, ReaderLimits limits, Duration pause, Verifier verifier) {

        static final Door USUAL = with(AccessPolicy.ofThisMachine(), ReaderLimits.USUAL);

        static Door with(AccessPolicy access, ReaderLimits limits) {
            return new Door(access, limits, Duration.ofMillis(50), new Verifier());
        }
    }

    private Running(Collection collection, Ask ask, Retriever retriever, Path folder) {
        this(Door.USUAL, collection, ask, retriever, folder);
    }

    private Running(Door door, Collection collection, Ask ask, Retriever retriever, Path folder) {
        this(door, collection, ask, retriever, new TurnLog(folder.resolve("log.sqlite")));
    }

    private Running(Door door, Collection collection, Ask ask, Retriever retriever, TurnLog log) {
        this.collection = collection;
        this.log = log;
        watch = new IndexWatcher(collection.indexUpdate(), door.pause());
        watch.start();
        server = new Server(
                        door.access(),
                        door.limits(),
                        0,
                        new ServerParts(
                                ask,
                                retriever,
                                collection.folder(),
                                collection.index(),
                                watch,
                                log,
                                Samples.suggestions(collection),
                                door.verifier()))
                .start();
    }

    public static Running over(Path folder) {
        Collection collection = Samples.collection(folder);
        return new Running(
                collection,
                Samples.ask(collection),
                new HybridRetriever(collection.index(), collection.embedder()),
                folder);
    }

    /** One of the servers that keep their answers in one database. */
    static Running sharing(PostgresAddress database, String name, Path folder) {
        Collection collection = Samples.collection(folder);
        Retriever retriever = new HybridRetriever(collection.index(), collection.embedder());
        return new Running(Door.USUAL, collection, Samples.ask(collection), retriever, new TurnLog(database, name));
    }

    /** The same with the given retriever. */
    static Running sharing(PostgresAddress database, String name, Path folder, Retriever retriever) {
        Collection collection = Samples.collection(folder);
        return new Running(
                Door.USUAL, collection, Samples.ask(collection, retriever), retriever, new TurnLog(database, name));
    }

    /** A server with other rules of who may do what. */
    static Running with(AccessPolicy access, Path folder) {
        Collection collection = Samples.collection(folder);
        return new Running(
                Door.with(access, ReaderLimits.USUAL),
                collection,
                Samples.ask(collection),
                new HybridRetriever(collection.index(), collection.embedder()),
                folder);
    }

    /** A server whose readers may do only so much. */
    static Running limited(AccessPolicy access, ReaderLimits limits, Path folder, Retriever retriever) {
        Collection collection = Samples.collection(folder);
        return new Running(
                Door.with(access, limits), collection, Samples.ask(collection, retriever), retriever, folder);
    }

    /** A server with an older index that has not checked the folder yet and does so only on request. */
    static Running justStarted(Path folder) {
        Samples.collection(folder).close();
        Collection collection = new Collection(folder);
        return new Running(
                new Door(AccessPolicy.ofThisMachine(), ReaderLimits.USUAL, Duration.ofDays(1), new Verifier()),
                collection,
                Samples.ask(collection),
                new HybridRetriever(collection.index(), collection.embedder()),
                folder);
    }

    /** A server with the given retriever, for failures and slow searches. */
    static Running with(Path folder, Retriever retriever) {
        Collection collection = Samples.collection(folder);
        return new Running(collection, Samples.ask(collection, retriever), retriever, folder);
    }

    /** A server with the given language model. */
    static Running written(Path folder, Llm llm) {
        Collection collection = Samples.collection(folder);
        return new Running(
                collection,
                Samples.written(collection, llm),
                new HybridRetriever(collection.index(), collection.embedder()),
                folder);
    }

    /** A server that checks claims with the given verifier. */
    static Running checking(Path folder, Verifier verifier) {
        Collection collection = Samples.collection(folder);
        return new Running(
                new Door(AccessPolicy.ofThisMachine(), ReaderLimits.USUAL, Duration.ofMillis(50), verifier),
                collection,
                Samples.ask(collection),
                new HybridRetriever(collection.index(), collection.embedder()),
                folder);
    }

    Collection collection() {
        return collection;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** Method and path of each route. */
    List<String> routes() {
        return server.routes();
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))));
    }

    /** A file, whatever its form. */
    byte[] bytes(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url(path))).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts, and passes on each line of the reply as it arrives. */
    void lines(String path, String body, Consumer<String> listener) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try {
            http.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .forEach(listener);
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    HttpResponse<String> delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))).DELETE());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            List<String> breaches = ResponseSchemas.breaches(response);
            if (!breaches.isEmpty()) {
                throw new AssertionError("not as the specification says: " + breaches + "\n" + response.body());
            }
            return response;
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    void warmUp() {
        server.warmUp();
    }

    /** Asks and returns the finished answer. */
    AnswerBody ask(String question) {
        return ask(question, "");
    }

    public AnswerBody ask(String question, String conversation) {
        String body = Json.write(new AnswerRequest(question, conversation, null, null, false));
        HttpResponse<String> response = post("/api/v1/answers", body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        return read(response, AnswerBody.class);
    }

    <T> T get(String path, Class<T> type) {
        return read(get(path), type);
    }

    static <T> T read(HttpResponse<String> response, Class<T> type) {
        return Json.readLenient(response.body(), type, "the response");
    }

    static ProblemBody problem(HttpResponse<String> response) {
        return read(response, ProblemBody.class);
    }

    @Override
    public void close() {
        server.close();
        watch.close();
        log.close();
        collection.close();
        http.close();
    }
}
