package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.search.FakeRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.storage.DatabaseRelay;
import ibid.storage.PostgresAddress;
import ibid.storage.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with its own data folder, that keep their answers in one PostgreSQL database. */
class SharedDatabaseTest {

    private static final String ANSWERS = "/api/v1/answers";
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String FERRY = "{\"question\": \"How much was the ferry Aurelia sold for?\"}";

    @TempDir
    private Path folder;

    private PostgresAddress database;

    @BeforeEach
    void open() {
        database = TestDatabase.postgres(folder);
    }

    private Running server(String name) {
        return Running.sharing(database, name, folder.resolve(name));
    }

    private static List<String> conversations(Running server) {
        return server.get(CONVERSATIONS, ConversationBody.Listing.class).conversations().stream()
                .map(ConversationBody::title)
                .toList();
    }

    @Test
    void whatOneAnsweredTheOtherShowsGoesOnWithAndDeletes() {
        try (Running here = server("here");
                Running there = server("there")) {
            AnswerBody first = here.ask("Who is Anna Berg?");
            AnswerBody second = there.ask("What did she sell?", first.asked().conversationId());
            assertThat(second.asked().conversationId()).isEqualTo(first.asked().conversationId());
            assertThat(here.get(ANSWERS + "/" + second.id(), AnswerBody.class)).isEqualTo(second);
            assertThat(there.get(ANSWERS + "/" + first.id() + "/events").body()).contains("answer.completed");
            assertThat(conversations(here)).isEqualTo(conversations(there)).containsExactly("Who is Anna Berg?");
            assertThat(there.delete(ANSWERS + "/" + first.id()).statusCode()).isEqualTo(204);
            for (String rest : List.of("", "/events")) {
                assertThat(here.get(ANSWERS + "/" + first.id() + rest).statusCode())
                        .isEqualTo(404);
            }
            assertThat(conversations(here)).isEqualTo(conversations(there)).containsExactly("What did she sell?");
        }
    }

    @Test
    void oneKeySentToBothIsAnsweredOnce() {
        CountDownLatch wait = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (Running here =
                        Running.sharing(database, "here", folder.resolve("here"), new FakeRetriever((query, depth) -> {
                            asked.countDown();
                            await(wait);
                            return nothing(query);
                        }));
                Running there = server("there")) {
            CompletableFuture<HttpResponse<String>> slow =
                    CompletableFuture.supplyAsync(() -> here.post(ANSWERS, FERRY, "Idempotency-Key", "k"));
            await(asked);
            HttpResponse<String> early = there.post(ANSWERS, FERRY, "Idempotency-Key", "k");
            assertThat(early.statusCode()).as(early.body()).isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).isPresent();
            assertThat(early.body()).contains("another server is answering this question");
            wait.countDown();
            String id = Running.read(slow.join(), AnswerBody.class).id();
            HttpResponse<String> late = there.post(ANSWERS, FERRY, "Idempotency-Key", "k");
            assertThat(Running.read(late, AnswerBody.class).id()).isEqualTo(id);
            assertThat(conversations(there)).hasSize(1);
        }
    }

    private static Ranking nothing(Query query) {
        return new Ranking(query, List.of(), List.of(), "g");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whileTheDatabaseIsAwayRequestsAreRefusedAndAfterwardsServed() {
        try (DatabaseRelay relay = DatabaseRelay.to(database)) {
            database = relay.through(database);
            try (Running here = server("here")) {
                AnswerBody kept = here.ask("Who is Anna Berg?");
                assertThat(here.get("/readyz").statusCode()).isEqualTo(200);
                relay.cut();
                for (HttpResponse<String> refused : List.of(
                        here.post(ANSWERS, FERRY), here.get(CONVERSATIONS), here.get(ANSWERS + "/" + kept.id()))) {
                    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                }
                assertThat(here.get("/healthz").statusCode()).isEqualTo(200);
                assertThat(here.get("/readyz").statusCode()).isEqualTo(503);
                assertThat(here.get("/readyz").body()).contains("\"log\"", "start the database");
                assertThat(here.get("/api/v1/search?q=ferry").statusCode()).isEqualTo(200);
                relay.mend();
                for (int tries = 0; tries < 20 && here.get("/readyz").statusCode() != 200; tries++) {
                    assertThat(here.get("/healthz").statusCode()).isEqualTo(200); // the pool tries again in a moment
                }
                assertThat(here.get(ANSWERS + "/" + kept.id(), AnswerBody.class))
                        .isEqualTo(kept);
                here.ask("How much was the ferry Aurelia sold for?");
                assertThat(here.get("/readyz").statusCode()).isEqualTo(200);
                assertThat(conversations(here)).hasSize(2);
            }
        }
    }
}
