package ibid.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ibid.eval.client.ApiClient;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.Judge;
import ibid.eval.judge.ScriptedJudge;
import ibid.eval.report.TextReport;
import ibid.eval.statistics.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs against a server that answers some questions and fails on others in each possible way. */
class FailedAnswersTest {

    private static final String REFUSAL =
            "{\"id\": \"a1\", \"conversation_id\": \"c1\", \"outcome\": \"abstained\", \"text\": \"\", "
                    + "\"sentences\": [], \"footnotes\": [], \"missing\": \"It is not said.\"}";
    private static final Judge JUDGE = (claim, evidence) -> ScriptedJudge.full();

    private HttpServer server;
    private volatile boolean closing;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Thread::startVirtualThread);
        server.createContext("/api/v1/conversations", exchange -> reply(exchange, 503, ""));
        server.createContext("/api/v1/answers/a1", exchange -> reply(exchange, 200, REFUSAL));
        server.createContext("/api/v1/answers", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        closing = true;
        server.stop(0);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.contains("BUSY")) {
            reply(exchange, 503, "too many");
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("event: answer.created\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (asked.contains("STALLS")) {
            while (!closing) {
                Thread.onSpinWait();
            }
        }
        if (!asked.contains("CUT")) {
            exchange.getResponseBody()
                    .write(("event: answer.completed\ndata: " + REFUSAL + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private List<TopicResult> run(List<Topic> topics, List<TopicResult> done) {
        try (ApiClient client =
                new ApiClient("http://127.0.0.1:" + server.getAddress().getPort(), "", Duration.ofSeconds(2))) {
            return new Evaluation(
                            new TestCollection(topics, List.of(), new Qrels(Map.of("t1", Map.of("ferry#0", 2)))),
                            Map.of("checker", JUDGE),
                            new IbidServer(client))
                    .run(done, result -> {}, (asked, total) -> {});
        }
    }

    private static Topic topic(String id, String follows, String question) {
        return new Topic(id, "fact", "answered", follows, question, "", "");
    }

    @Test
    void aFailedAnswerScoresNothingAndTheOtherTopicsAreAsked() {
        List<TopicResult> results = run(
                List.of(
                        topic("t1", "", "BUSY"),
                        topic("t2", "", "CUT"),
                        topic("t3", "", "STALLS"),
                        topic("t4", "", "Who?")),
                List.of());
        assertThat(results).extracting(TopicResult::outcome).containsExactly("failed", "failed", "failed", "abstained");
        assertThat(results)
                .extracting(result -> result.answer().result().missing())
                .first()
                .asString()
                .contains("503", "too many");
        assertThat(results.get(1).answer().result().missing()).contains("ended without an answer");
        assertThat(results.get(2).answer().result().missing()).contains("nothing came for");
        assertThat(results.getFirst().scores())
                .containsEntry("failed_answers", new Tally(1, 1))
                .containsEntry("outcome_right", new Tally(0, 1))
                .containsEntry("recall@5", new Tally(0, 1))
                .containsEntry("faithfulness", new Tally(0, 1));
        assertThat(new TextReport(results).measures()).containsEntry("failed_answers", 3.0);
        assertThat(new TextReport(results).table()).contains("failed");
    }

    @Test
    void aFollowUpOfAFailedAnswerFailsToo() {
        List<TopicResult> results = run(List.of(topic("t1", "", "BUSY"), topic("t2", "t1", "And?")), List.of());
        assertThat(results.getLast().answer().result().missing()).contains("t1, which it follows, was not answered");
    }

    @Test
    void failedTopicsAreAskedAgainOnResume() {
        List<Topic> topics = List.of(topic("t1", "", "BUSY"), topic("t2", "", "Who?"));
        List<TopicResult> before = run(topics, List.of());
        assertThat(run(List.of(topic("t1", "", "Well again"), topics.getLast()), before))
                .extracting(TopicResult::failed)
                .containsExactly(false, false);
    }

    @Test
    void aServerThatIsDownEndsTheRun() {
        List<Topic> topics = IntStream.range(0, 12)
                .mapToObj(at -> topic("t" + at, "", "BUSY"))
                .toList();
        assertThatThrownBy(() -> run(topics, List.of())).hasMessageContaining("the last 10 questions got no answer");
    }
}
