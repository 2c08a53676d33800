package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.AccessDatabase;
import ibid.access.Role;
import ibid.search.FakeRetriever;
import ibid.search.Ranking;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.AdminKey;
import ibid.serve.caller.Keys;
import ibid.serve.caller.ServerAddress;
import ibid.serve.caller.TrustedProxies;
import ibid.serve.limit.Limit;
import ibid.serve.limit.ReaderLimits;
import ibid.serve.peer.Proven;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose readers may send four requests a minute and have one answer under way. */
class RequestLimitsTest {

    private static final ReaderLimits FEW = new ReaderLimits(Limit.set(4), Limit.set(1000), Limit.set(1));
    private static final ReaderLimits ONE_ANSWER = new ReaderLimits(Limit.set(1000), Limit.set(1000), Limit.set(1));
    private static final String ASK = "{\"question\": \"Who sold the ferry?\"}";

    @TempDir
    private Path folder;

    private static HttpResponse<String> get(Running server, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Ranking nothing(ibid.search.Query query) {
        return new Ranking(query, List.of(), List.of(), "g");
    }

    @Test
    void eachReaderHasRequestsOfItsOwnAndIsToldWhatIsLeft() {
        try (AccessDatabase access = new AccessDatabase(folder.resolve(AccessDatabase.NAME));
                Running server = Running.limited(
                        keyed(access), FEW, folder, new FakeRetriever((query, depth) -> nothing(query)))) {
            String anna = "Bearer " + access.addKey("anna", Role.READER);
            String bert = "Bearer " + access.addKey("bert", Role.READER);
            HttpResponse<String> first = get(server, "/api/v1/conversations", "Authorization", anna);
            assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"reader\";q=4;w=60");
            assertThat(header(first, "RateLimit")).startsWith("\"reader\";r=3;t=");
            for (int i = 0; i < 3; i++) {
                assertThat(get(server, "/api/v1/conversations", "Authorization", anna)
                                .statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> refused = get(server, "/api/v1/conversations", "Authorization", anna);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(header(refused, "RateLimit")).startsWith("\"reader\";r=0;t=");
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);
            assertThat(Running.problem(refused).detail()).contains("4 requests within a minute");
            HttpResponse<String> chat = get(server, "/v1/models", "Authorization", anna);
            assertThat(chat.body()).contains("rate_limit_error");
            assertThat(get(server, "/api/v1/conversations", "Authorization", bert)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(server, "/api/v1/conversations").statusCode())
                    .as("an address")
                    .isEqualTo(200);
            assertThat(get(server, "/healthz", "Authorization", anna).statusCode())
                    .isEqualTo(200);
            assertThat(get(server, "/", "Authorization", anna).statusCode()).isEqualTo(200);
        }
    }

    private static AccessPolicy keyed(AccessDatabase access) {
        ServerAddress address = ServerAddress.local();
        return new AccessPolicy(
                address, new Keys(AdminKey.NONE, AdminKey.NONE, access), TrustedProxies.NONE, access, Proven.ALL);
    }

    @Test
    void whatNobodySetHindersNobodyAtThisMachine() {
        try (Running server = Running.over(folder)) {
            for (int i = 0; i <= ReaderLimits.USUAL_REQUESTS; i++) {
                HttpResponse<String> response = get(server, "/v1/models");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().map()).doesNotContainKey("ratelimit");
            }
        }
    }

    @Test
    void aReaderWithAnAnswerUnderWayWaitsForItOnEveryRoute() {
        CountDownLatch wait = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (HttpClient http = HttpClient.newHttpClient();
                Running server = Running.limited(
                        AccessPolicy.ofThisMachine(), ONE_ANSWER, folder, new FakeRetriever((query, depth) -> {
                            begun.countDown();
                            await(wait);
                            return nothing(query);
                        }))) {
            CompletableFuture<HttpResponse<String>> asked = http.sendAsync(
                    HttpRequest.newBuilder(URI.create(server.url("/api/v1/answers")))
                            .POST(HttpRequest.BodyPublishers.ofString(ASK))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await(begun);
            HttpResponse<String> second = server.post("/api/v1/answers", ASK);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(header(second, "Retry-After")).isNotEmpty();
            String chat = "{\"messages\": [{\"role\": \"user\", \"content\": \"Who sold the ferry?\"}]}";
            assertThat(server.post("/v1/chat/completions", chat).statusCode()).isEqualTo(429);
            wait.countDown();
            assertThat(asked.join().statusCode()).isEqualTo(200);
            assertThat(server.post("/api/v1/answers", ASK).statusCode()).isEqualTo(200);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
