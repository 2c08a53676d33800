package ibid.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ibid.api.Json;
import ibid.eval.analysis.MeasureNote;
import ibid.eval.analysis.UnstatedMeasures;
import ibid.eval.chat.ChatServer;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.ScriptedJudge;
import ibid.eval.report.TextReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs against a hand-written server of OpenAI's dialect that wants a key. */
class OpenAiServerTest {

    private static final String WORDS =
            "\"search_results\": [{\"url\": \"https://a.example/1\", \"snippet\": \"nine\"}]";

    /** The reply to a question by its last message. */
    private static final Map<String, String> REPLIES = Map.of(
            "Cost?", reply("It cost nine. [1]", WORDS),
            "When?", reply("In May. [1]", "\"citations\": [\"https://a.example/1\"]"),
            "Who?", reply("Ann Berg did.", WORDS),
            "Why?", reply("It is so. [4]", WORDS),
            "Moon?", reply("I could not find that.", "\"citations\": []"));

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    private static String reply(String content, String beside) {
        return "{\"model\": \"rival-1\", \"choices\": [{\"message\": {\"content\": \"" + content + "\"}}], " + beside
                + ", \"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 3}}";
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> send(exchange, 200, "{\"data\": [{\"id\": \"rival\"}]}"));
        server.createContext("/v1/chat/completions", this::complete);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void complete(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\": {\"message\": \"no key\"}}");
            return;
        }
        requests.add(body);
        List<?> messages = (List<?>) Json.object(body, "a request").get("messages");
        Object last = ((Map<?, ?>) messages.getLast()).get("content");
        send(exchange, 200, REPLIES.getOrDefault(String.valueOf(last), "{\"error\": {\"message\": \"overloaded\"}}"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Topic topic(String id, String outcome, String follows, String question) {
        return new Topic(id, "fact", outcome, follows, question, "", "");
    }

    private List<TopicResult> run(String key, List<Nugget> nuggets, Topic... topics) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        TestCollection collection =
                new TestCollection(List.of(topics), nuggets, new Qrels(Map.of("t1", Map.of("pier#0", 2))));
        try (ChatServer chat = new ChatServer(url, key, "", Map.of("data_sources", List.of("pier")))) {
            return new Evaluation(
                            collection,
                            Map.of("checker", (claim, evidence) -> ScriptedJudge.full()),
                            new OpenAiServer(chat))
                    .run(List.of(), result -> {}, (asked, total) -> {});
        }
    }

    private static Nugget byWords(String topic, String words) {
        return new Nugget(topic, topic + "n", words, true, List.of(List.of(words)), List.of());
    }

    @Test
    void whatIsStatedIsMeasuredAndWhatIsNotIsAbsent() {
        List<TopicResult> results = run(
                "secret",
                List.of(byWords("t1", "nine"), byWords("t2", "June")),
                topic("t1", "answered", "", "Cost?"),
                topic("t2", "answered", "", "When?"),
                topic("t3", "answered", "", "Who?"),
                topic("t4", "abstained", "", "Moon?"));
        assertThat(results.get(0).scores())
                .containsEntry("vital_nuggets", ibid.eval.statistics.Tally.score(1))
                .containsKeys("citation_recall", "faithfulness", "refused_of_answerable")
                .doesNotContainKeys("recall@5", "outcome_right", "claim_recall", "context_utilisation");
        assertThat(results.get(1).scores())
                .as("an address has no words to judge by")
                .containsEntry("vital_nuggets", ibid.eval.statistics.Tally.score(0))
                .doesNotContainKeys("citation_recall", "faithfulness", "gold_first_or_second");
        assertThat(results.get(2).scores())
                .as("a list of sources says of no sentence where it is from")
                .containsKey("faithfulness")
                .doesNotContainKeys("citation_recall", "support_precision");
        assertThat(new TextReport(results).measures())
                .containsEntry("refused_of_unanswerable", 1.0)
                .containsEntry("refused_of_answerable", 0.0)
                .containsEntry("tokens_in", 5.0)
                .containsKey("answer_p95_ms")
                .doesNotContainKeys("first_sentence_p50_ms", "calibration_error", "recall@5");
        assertThat(UnstatedMeasures.of(results))
                .extracting(MeasureNote::text)
                .anyMatch(text -> text.contains("Not measured: claim_recall, context_precision"))
                .anyMatch(text -> text.startsWith("1 of 3 answers cite a source without its words"))
                .anyMatch(text -> text.startsWith("1 of 3 answers list sources without saying"));
    }

    @Test
    void nuggetsThatOnlyAQuoteShowsAreNotMeasuredWithoutWords() {
        Nugget quoted = new Nugget("t1", "n", "May", true, List.of(), List.of(new Nugget.Evidence("pier", "In May.")));
        assertThat(run("secret", List.of(quoted), topic("t1", "answered", "", "When?"))
                        .getFirst()
                        .scores())
                .doesNotContainKeys("vital_nuggets", "answer_precision");
    }

    @Test
    void aMarkWithoutASourceIsABreach() {
        assertThat(run("secret", List.of(), topic("t1", "answered", "", "Why?"))
                        .getFirst()
                        .breaches())
                .containsExactly("a mark without a source: It is so.");
    }

    @Test
    void aFollowUpIsSentWithWhatWasSaidBefore() {
        run("secret", List.of(), topic("t1", "", "", "Cost?"), topic("t2", "", "t1", "When?"));
        assertThat(requests.getLast())
                .contains(
                        "\"model\":\"rival\"",
                        "\"data_sources\":[\"pier\"]",
                        "\"content\":\"Cost?\"",
                        "\"content\":\"It cost nine. [1]\"",
                        "\"content\":\"When?\"");
    }

    @Test
    void anErrorIsAFailedAnswer() {
        List<TopicResult> results = run("secret", List.of(byWords("t1", "x")), topic("t1", "answered", "", "Else?"));
        assertThat(results.getFirst().failed()).isTrue();
        assertThat(results.getFirst().answer().result().missing()).contains("overloaded");
        assertThat(results.getFirst().scores()).containsKey("vital_nuggets").doesNotContainKey("recall@5");
        assertThat(run("wrong", List.of(), topic("t1", "", "", "Cost?"))
                        .getFirst()
                        .answer()
                        .result()
                        .missing())
                .contains("gave 401", "no key");
    }

    @Test
    void aResultIsReadAgainAsItWasWritten() {
        TopicResult result =
                run("secret", List.of(), topic("t1", "answered", "", "Cost?")).getFirst();
        TopicResult read = Json.readLenient(Json.write(result), TopicResult.class, "a result");
        assertThat(read).isEqualTo(result);
        assertThat(read.confidence()).isNaN();
    }
}
