package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.EventBody;
import ibid.api.Json;
import ibid.ask.Answer;
import ibid.eval.client.ApiClient;
import ibid.eval.measure.Invariants;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerRoutesTest {

    private static final String QUESTION = "How much was the ferry Aurelia sold for?";

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() {
        server = Running.over(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> stream(String body) {
        return server.post("/api/v1/answers", body, "Accept", "text/event-stream");
    }

    private static String ask(String question) {
        return "{\"question\": \"" + question + "\"}";
    }

    @Test
    void givesTheFinishedAnswerAsTheContractHasIt() {
        AnswerBody answer = server.ask(QUESTION);
        assertThat(answer.outcome()).isEqualTo(AnswerBody.Outcome.ANSWERED);
        assertThat(answer.text()).startsWith("The ferry Aurelia was sold to Bergen for two million crowns. [1][2]");
        try (ApiClient client = new ApiClient(server.url(""))) {
            assertThat(Invariants.breaches(answer, client::original)).isEmpty();
        }
    }

    @Test
    void everyRouteReturnsTheSameAnswer() {
        HttpResponse<String> stream = stream(ask(QUESTION));
        String completed = stream.body()
                .substring(stream.body().indexOf("event: answer.completed\ndata: ")
                        + "event: answer.completed\ndata: ".length())
                .strip();
        AnswerBody answer = Json.readLenient(completed, AnswerBody.class, "the event");
        assertThat(server.get("/api/v1/answers/" + answer.id()).body()).isEqualTo(completed);
        ConversationBody.Whole conversation =
                server.get("/api/v1/conversations/" + answer.asked().conversationId(), ConversationBody.Whole.class);
        assertThat(conversation.answers().getFirst().answer()).isEqualTo(answer);
    }

    @Test
    void streamsStagesPassagesSentencesAndTheWhole() {
        HttpResponse<String> response = stream(ask(QUESTION));
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        List<String> events = response.body()
                .lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
        assertThat(events)
                .startsWith("answer.created", "stage", "stage")
                .contains("passages", "sentence")
                .endsWith("answer.completed");
        List<Integer> ids = response.body()
                .lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Integer.parseInt(line.substring(4)))
                .toList();
        assertThat(ids)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, events.size())
                        .boxed()
                        .toList());
    }

    @Test
    void theDeltasOfTheSentencesTogetherAreTheText() {
        StringBuilder text = new StringBuilder();
        for (String line :
                stream(ask("How much was the ferry Aurelia sold for?")).body().split("\n")) {
            String data = line.substring(line.indexOf(' ') + 1);
            if (data.contains("\"delta\":")) {
                text.append(Json.readLenient(data, EventBody.Sentence.class, "the event")
                        .delta());
            }
        }
        assertThat(text.toString()).isEqualTo(server.ask(QUESTION).text()).contains(". [1]");
    }

    @Test
    void aReaderWhoComesBackMissesNothing() {
        String all = stream(ask(QUESTION)).body();
        String first = all.lines()
                .filter(line -> line.startsWith("data: "))
                .findFirst()
                .orElseThrow()
                .substring(6);
        String id =
                Json.readLenient(first, EventBody.Created.class, "the event").id();
        HttpResponse<String> rest = server.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(server.url("/api/v1/answers/" + id + "/events")))
                .header("Last-Event-ID", "3"));
        assertThat(rest.body()).isEqualTo(all.substring(all.indexOf("id: 4\n")));
    }

    @Test
    void abstainsWithoutFootnotes() {
        AnswerBody answer = server.ask("What did Kylie Minogue do?");
        assertThat(answer.outcome()).isEqualTo(AnswerBody.Outcome.ABSTAINED);
        assertThat(answer.footnotes()).isEmpty();
        assertThat(answer.evidence().nearest()).hasSize(3);
        assertThat(answer.result().missing()).isEqualTo("The articles do not mention Kylie Minogue.");
    }

    @Test
    void aFollowUpKnowsItsConversation() {
        AnswerBody first = server.ask("What is the Aurelia?");
        AnswerBody second =
                server.ask("How much was it sold for?", first.asked().conversationId());
        assertThat(second.asked().query()).isEqualTo("How much was the Aurelia sold for?");
        assertThat(second.asked().conversationId()).isEqualTo(first.asked().conversationId());
    }

    @Test
    void filtersNarrowWhatIsSeen() {
        String body = "{\"question\": \"" + QUESTION + "\", \"filters\": {\"publishers\": [\"Evening Wire\"]}}";
        assertThat(Running.read(server.post("/api/v1/answers", body), AnswerBody.class)
                        .footnotes())
                .allMatch(note -> note.article().publisher().equals("Evening Wire"));
        assertThat(Running.read(
                                server.post(
                                        "/api/v1/answers",
                                        "{\"question\": \"" + QUESTION + "\", \"as_of\": \"2020-01-01\"}"),
                                AnswerBody.class)
                        .result()
                        .reason())
                .isEqualTo(Answer.Reason.NOTHING_RETRIEVED);
    }

    @Test
    void invalidRequestsAreRefusedWithTheRemedy() {
        refused(
                "{\"question\": \"x\", \"colour\": \"red\"}",
                "unknown field “colour”; known here: as_of, conversation_id, filters, provisional, question");
        refused("{\"question\": \" \"}", "“question” is missing or empty");
        refused("{\"question\": 7}", "“question” has the wrong type");
        refused("{\"question\": \"x\", \"provisional\": \"true\"}", "“provisional” has the wrong type");
        refused("{\"question\": \"x\", \"filters\": 3}", "“filters” has the wrong type");
        refused("{\"question\": \"x\"", "not JSON");
        refused("", "no body");
        refused("null", "null");
        refused("{\"question\": \"x\", \"as_of\": \"soon\"}", "“as_of” must be a date like 2024-10-01");
        refused("{\"question\": \"x\", \"filters\": {\"articles\": [\"../etc\"]}}", "not an article's id");
        refused(
                "{\"question\": \"x\", \"filters\": {\"published_from\": \"2025-02-01\","
                        + " \"published_to\": \"2025-01-01\"}}",
                "is after");
        refused(ask("y".repeat(2001)), "longer than 2000 characters");
    }

    private void refused(String body, String detail) {
        HttpResponse<String> response = server.post("/api/v1/answers", body);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Running.problem(response).detail()).contains(detail);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        assertThat(server.post("/api/v1/answers", ask("y".repeat(70_000))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void unknownAnswersAndConversationsAreNotFound() {
        assertThat(server.get("/api/v1/answers/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/answers/none/events").statusCode()).isEqualTo(404);
        assertThat(server.post("/api/v1/answers", "{\"question\": \"x\", \"conversation_id\": \"none\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post("/api/v1/answers/none/feedback", "{\"rating\": \"up\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void feedbackIsKeptWithItsConversation() {
        AnswerBody answer = server.ask(QUESTION);
        String path = "/api/v1/answers/" + answer.id() + "/feedback";
        assertThat(server.post(path, "{\"rating\": \"down\", \"reasons\": [\"wrong\"], \"comment\": \"no\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.post(path, "{\"rating\": \"sideways\"}").statusCode()).isEqualTo(400);
        String conversation = server.get(
                        "/api/v1/conversations/" + answer.asked().conversationId())
                .body();
        assertThat(conversation)
                .contains("\"feedback\":{\"rating\":\"down\",\"comment\":\"no\",\"reasons\":[\"wrong\"]}");
    }

    @Test
    void aConversationComesInPagesFromItsEnd() {
        AnswerBody first = server.ask(QUESTION);
        String conversation = first.asked().conversationId();
        AnswerBody second = server.ask("When?", conversation);
        String path = "/api/v1/conversations/" + conversation + "?limit=1";
        ConversationBody.Whole newest = server.get(path, ConversationBody.Whole.class);
        assertThat(newest.answers()).extracting(rated -> rated.answer().id()).containsExactly(second.id());
        assertThat(newest.earlier()).isEqualTo(1);
        ConversationBody.Whole older = server.get(path + "&before=" + second.id(), ConversationBody.Whole.class);
        assertThat(older.answers()).extracting(rated -> rated.answer().id()).containsExactly(first.id());
        assertThat(older.earlier()).isZero();
        assertThat(server.get(path + "000").statusCode()).isEqualTo(400);
    }
}
