package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.ConversationBody;
import ibid.api.EventBody;
import ibid.api.Json;
import ibid.api.collection.StatusBody;
import ibid.search.FakeRetriever;
import ibid.search.Ranking;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than the server can do, a log that cannot be written, answers that nobody wants any more. */
class OverloadTest {

    private static final String ASK = "{\"question\": \"Who sold the ferry?\"}";
    private static final int MORE_THAN_PLACES = 70;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private static Ranking nothing(ibid.search.Query query) {
        return new Ranking(query, List.of(), List.of(), "g");
    }

    private CompletableFuture<HttpResponse<String>> askInBackground(Running server) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/answers")))
                .POST(HttpRequest.BodyPublishers.ofString(ASK))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aLogThatCannotBeWrittenTakesNoPlaces() throws SQLException {
        try (Running server = Running.over(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                Statement statement = other.createStatement()) {
            for (String table : List.of("conversation", "answer")) {
                statement.execute("CREATE TRIGGER full BEFORE INSERT ON " + table
                        + " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
                for (int i = 0; i < MORE_THAN_PLACES; i++) {
                    HttpResponse<String> refused = server.post("/api/v1/answers", ASK);
                    assertThat(refused.statusCode()).isEqualTo(503);
                    assertThat(refused.body()).contains("cannot read or write its data");
                }
                statement.execute("DROP TRIGGER full");
                assertThat(server.post("/api/v1/answers", ASK).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void readinessNamesALogThatIsLocked() throws Exception {
        try (Running server = Running.over(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                Statement statement = other.createStatement()) {
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
            statement.execute("BEGIN IMMEDIATE");
            HttpResponse<String> locked = server.get("/readyz");
            assertThat(locked.statusCode()).isEqualTo(503);
            assertThat(Running.read(locked, StatusBody.class).failing())
                    .singleElement()
                    .satisfies(failing -> {
                        assertThat(failing.check()).isEqualTo("log");
                        assertThat(failing.detail()).contains("end what locks it");
                    });
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
            statement.execute("ROLLBACK");
            for (int tries = 0; tries < 200 && server.get("/readyz").statusCode() != 200; tries++) {
                Thread.sleep(25);
            }
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void questionsAreRefusedWhileTheLogIsLockedAndWhatWasStoredIsRead() throws Exception {
        try (Running server = Running.over(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < MORE_THAN_PLACES; i++) {
                asked.add(askInBackground(server));
            }
            assertThat(server.get("/api/v1/conversations").statusCode()).isEqualTo(200);
            assertThat(asked.stream().map(CompletableFuture::join)).allSatisfy(refused -> {
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            });
            statement.execute("ROLLBACK");
            assertThat(server.post("/api/v1/answers", ASK).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLockThatEndsInTimeIsWaitedFor() throws Exception {
        try (Running server = Running.over(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CompletableFuture<HttpResponse<String>> waiting = askInBackground(server);
            Thread.sleep(200); // so that it has begun to wait
            statement.execute("ROLLBACK");
            assertThat(waiting.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aKeyWhoseQuestionWaitsForTheLogHoldsUpNoOtherKey() throws Exception {
        try (Running server = Running.over(folder);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                Statement statement = other.createStatement()) {
            assertThat(ask(server, "answered")).isEqualTo(200);
            statement.execute("BEGIN IMMEDIATE");
            CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> ask(server, "waiting"));
            assertThat(ask(server, "answered")).isEqualTo(200);
            assertThat(waiting.join()).isEqualTo(503);
            statement.execute("ROLLBACK");
            assertThat(ask(server, "waiting")).isEqualTo(200);
        }
    }

    private static int ask(Running server, String key) {
        return server.post("/api/v1/answers", ASK, "Idempotency-Key", key).statusCode();
    }

    @Test
    void modelsAreNotCalledOnTheThreadsOfTheServer() {
        Queue<Boolean> virtual = new ConcurrentLinkedQueue<>();
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            virtual.add(Thread.currentThread().isVirtual());
            return nothing(query);
        }))) {
            server.post("/api/v1/answers", ASK);
            server.get("/api/v1/search?q=ferry");
            server.get("/api/v1/suggestions");
            assertThat(virtual).hasSizeGreaterThanOrEqualTo(2).containsOnly(false);
        }
    }

    @Test
    void aStoppedAnswerEndsItsWorkAndIsNotStored() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            awaitInterrupt(interrupted);
            return nothing(query);
        }))) {
            HttpResponse<InputStream> stream = stream(server);
            try (BufferedReader lines = lines(stream)) {
                EventBody.Created created = created(lines);
                assertThat(server.post("/api/v1/answers/" + created.id() + "/stop", "")
                                .statusCode())
                        .isEqualTo(204);
                interrupted.await();
                assertThat(lines.lines().toList()).contains("event: error").doesNotContain("event: answer.completed");
                assertThat(server.get("/api/v1/answers/" + created.id()).statusCode())
                        .isEqualTo(410);
                assertThat(server.post("/api/v1/answers/" + created.id() + "/stop", "")
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void removingAConversationStopsItsAnswer() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            awaitInterrupt(interrupted);
            return nothing(query);
        }))) {
            try (BufferedReader lines = lines(stream(server))) {
                EventBody.Created created = created(lines);
                assertThat(server.delete("/api/v1/conversations/" + created.conversationId())
                                .statusCode())
                        .isEqualTo(204);
                interrupted.await();
                assertThat(lines.lines().toList()).contains("event: error");
                assertThat(server.get("/api/v1/answers/" + created.id() + "/events")
                                .statusCode())
                        .isEqualTo(404);
                assertThat(server.get("/api/v1/conversations", ConversationBody.Listing.class)
                                .conversations())
                        .isEmpty();
            }
        }
    }

    private HttpResponse<InputStream> stream(Running server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/answers")))
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(ASK))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private static EventBody.Created created(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return Json.readLenient(line.substring("data: ".length()), EventBody.Created.class, "the event");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
