package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.search.FakeRetriever;
import ibid.search.Ranking;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted comes back nowhere. */
class DeletionTest {

    @TempDir
    private Path folder;

    @Test
    void theEventsOfADeletedConversationAreGone() {
        try (Running server = Running.over(folder)) {
            AnswerBody answer = server.ask("Who is Anna Berg?");
            String events = "/api/v1/answers/" + answer.id() + "/events";
            assertThat(server.get(events).body()).contains("Anna Berg");
            assertThat(server.delete("/api/v1/conversations/" + answer.asked().conversationId())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(server.get(events).statusCode()).isEqualTo(404);
            assertThat(server.get("/api/v1/answers/" + answer.id()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anAnswerOnItsWayIsNeverStored() throws Exception {
        Semaphore searching = new Semaphore(0);
        CountDownLatch go = new CountDownLatch(1);
        try (Running server = Running.with(folder, new FakeRetriever((query, depth) -> {
            if (query.text().contains("Quillfeather")) {
                searching.release();
                await(go);
            }
            return new Ranking(query, List.of(), List.of(), "g");
        }))) {
            String conversation = server.ask("Who is Anna Berg?").asked().conversationId();
            String path = "/api/v1/conversations/" + conversation;
            CompletableFuture<HttpResponse<String>> asked = CompletableFuture.supplyAsync(() -> server.post(
                    "/api/v1/answers",
                    "{\"question\": \"Who is Xanthippe Quillfeather?\", \"conversation_id\": \"" + conversation
                            + "\"}"));
            searching.acquire();
            assertThat(server.delete(path).statusCode()).isEqualTo(204);
            assertThat(asked.get().statusCode()).isEqualTo(404);
            assertThat(Running.problem(asked.get()).detail()).contains("deleted");
            go.countDown();
            // Another answer is stored after the cancelled one would have been.
            server.ask("Who is Anna Berg?");
            assertThat(server.get(path).statusCode()).isEqualTo(404);
            assertThat(server.get("/api/v1/conversations").body())
                    .doesNotContain("Quillfeather")
                    .doesNotContain(conversation);
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
