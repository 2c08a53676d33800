package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.log.AskedQuestion;
import ibid.log.TurnLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking once only, and what a kill cut off. */
class IdempotencyTest {

    private static final String ANSWERS = "/api/v1/answers";
    private static final String FERRY = "{\"question\": \"How much was the ferry Aurelia sold for?\"}";
    private static final String BERG = "{\"question\": \"Who is Anna Berg?\"}";

    @TempDir
    private Path folder;

    private static String id(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Running.read(response, AnswerBody.class).id();
    }

    private static int answers(Running server) {
        return server.get("/api/v1/conversations", ConversationBody.Listing.class).conversations().stream()
                .mapToInt(ConversationBody::answers)
                .sum();
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAlsoAfterARestart() {
        String first;
        try (Running server = Running.over(folder)) {
            first = id(server.post(ANSWERS, FERRY, "Idempotency-Key", "k-1"));
            assertThat(id(server.post(ANSWERS, FERRY, "Idempotency-Key", "\"k-1\"")))
                    .isEqualTo(first);
            assertThat(id(server.post(ANSWERS, FERRY, "Idempotency-Key", "k-2")))
                    .isNotEqualTo(first);
            assertThat(id(server.post(ANSWERS, FERRY))).isNotEqualTo(first);
        }
        try (Running server = Running.over(folder)) {
            assertThat(id(server.post(ANSWERS, FERRY, "Idempotency-Key", "k-1")))
                    .isEqualTo(first);
            assertThat(server.post(ANSWERS, FERRY, "Idempotency-Key", "k-1", "Accept", "text/event-stream")
                            .body())
                    .contains("event: answer.completed", first);
            assertThat(answers(server)).isEqualTo(3);
        }
    }

    @Test
    void requestsWithTheSameKeyAtOnceShareOneAnswer() throws Exception {
        try (Running server = Running.over(folder);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> asking = () -> id(server.post(ANSWERS, FERRY, "Idempotency-Key", "k"));
            List<Future<String>> all = clients.invokeAll(List.of(asking, asking, asking, asking));
            String first = all.getFirst().get();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(first);
            }
            assertThat(answers(server)).isEqualTo(1);
        }
    }

    @Test
    void aKeyWithAnotherBodyAndAKeyThatIsNoneAreRefused() {
        try (Running server = Running.over(folder)) {
            id(server.post(ANSWERS, FERRY, "Idempotency-Key", "k"));
            HttpResponse<String> other = server.post(ANSWERS, BERG, "Idempotency-Key", "k");
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(Running.problem(other).detail()).contains("Idempotency-Key");
            for (String bad : List.of("\"\"", "two words", "k".repeat(201))) {
                assertThat(server.post(ANSWERS, BERG, "Idempotency-Key", bad).statusCode())
                        .as(bad)
                        .isEqualTo(400);
            }
            assertThat(answers(server)).isEqualTo(1);
        }
    }

    @Test
    void aQuestionCutOffByAKillIsToldToItsReaderAndItsKeyAsksItAgain() {
        try (TurnLog killed = new TurnLog(folder.resolve("log.sqlite"))) {
            killed.questions().ask(AskedQuestion.first("cut", "c", Instant.now(), "Who is Anna Berg?"));
        }
        try (Running server = Running.over(folder)) {
            HttpResponse<String> gone = server.get(ANSWERS + "/cut");
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(Running.problem(gone).detail()).contains("stopped", "ask it again");
            assertThat(server.get(ANSWERS + "/cut/events").statusCode()).isEqualTo(410);
            assertThat(server.get("/api/v1/conversations/c", ConversationBody.Whole.class)
                            .unanswered())
                    .singleElement()
                    .satisfies(one -> assertThat(one.question()).isEqualTo("Who is Anna Berg?"));
            server.ask("Who is Anna Berg?", "c");
            assertThat(server.get("/api/v1/conversations/c").body()).doesNotContain("unanswered");
        }
    }
}
