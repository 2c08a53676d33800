package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.ConversationBody;
import ibid.api.collection.StatusBody;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.search.FakeRetriever;
import ibid.search.Ranking;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More questions than can be answered soon. */
class FullPoolTest {

    private static final String ASK = "{\"question\": \"Who sold the ferry?\"}";
    private static final int MORE_THAN_PLACES = 70;
    private static final int ENOUGH_TO_SHOW_SPEED = 30;

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
    void questionsBeyondThePlacesAreRefusedAndTheOthersAnswered() {
        CountDownLatch wait = new CountDownLatch(1);
        Llm slow = (prompt, listener) -> {
            await(wait);
            return new Completion.Finished("The ferry was sold to Bergen. [S1]", Completion.Usage.NONE, false);
        };
        try (Running server = Running.written(folder, slow)) {
            List<HttpResponse<String>> answers = askMoreThanPlaces(server, wait);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeGreaterThanOrEqualTo(64);
        }
    }

    @Test
    void aQuotedAnswerThatWouldWaitTooLongIsRefusedAtOnceAndNothingOfItStays() {
        CountDownLatch wait = new CountDownLatch(1);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            await(wait);
            return nothing(query);
        }))) {
            List<HttpResponse<String>> answers = askMoreThanPlaces(server, wait);
            assertThat(conversations(server))
                    .hasSameSizeAs(answers.stream()
                            .filter(answer -> answer.statusCode() == 200)
                            .toList());
        }
    }

    /** All that were answered or refused, and properly. */
    private List<HttpResponse<String>> askMoreThanPlaces(Running server, CountDownLatch wait) {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_PLACES; i++) {
            asked.add(askInBackground(server));
        }
        CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join(); // only a refusal can be here yet
        assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(server.get("/readyz", StatusBody.class).failing())
                .extracting(StatusBody.FailingCheck::check)
                .contains("places");
        wait.countDown();
        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .allSatisfy(refused ->
                        assertThat(refused.headers().firstValue("Retry-After")).isPresent());
        return answers;
    }

    private static List<ConversationBody> conversations(Running server) {
        return server.get("/api/v1/conversations", ConversationBody.Listing.class)
                .conversations();
    }

    @Test
    void aQuestionThatDidWaitTooLongIsRefusedBeforeItsTurnAndNothingOfItStays() {
        CountDownLatch wait = new CountDownLatch(1);
        AtomicBoolean blocks = new AtomicBoolean();
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            if (blocks.get()) {
                await(wait);
            }
            return nothing(query);
        }))) {
            for (int i = 0; i < ENOUGH_TO_SHOW_SPEED; i++) {
                assertThat(server.post("/api/v1/answers", ASK).statusCode()).isEqualTo(200);
            }
            blocks.set(true);
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
                asked.add(askInBackground(server));
            }
            HttpResponse<?> refused = (HttpResponse<?>) CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
                    .join();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            wait.countDown();
            assertThat(asked.stream().map(CompletableFuture::join))
                    .extracting(HttpResponse::statusCode)
                    .containsOnlyOnce(503);
            assertThat(server.post("/api/v1/answers", ASK).statusCode()).isEqualTo(200); // in turn after those
            assertThat(conversations(server)).hasSize(ENOUGH_TO_SHOW_SPEED + asked.size());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
