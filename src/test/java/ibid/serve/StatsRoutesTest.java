package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.collection.StatsBody;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsRoutesTest {

    private static final String QUESTION = "How much was the ferry Aurelia sold for?";
    private static final String UNKNOWN = "Who won the chess championship of Atlantis?";

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

    private StatsBody stats(String query) {
        HttpResponse<String> response = server.get("/api/v1/stats" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.readLenient(response.body(), StatsBody.class, "the response");
    }

    @Test
    void countsTheAnswersOfADayByOutcome() {
        server.ask(QUESTION);
        server.ask(UNKNOWN);
        StatsBody.Day today = stats("").days().getFirst();
        assertThat(today.answers()).isEqualTo(2);
        assertThat(today.answered()).isEqualTo(1);
        assertThat(today.abstained()).isEqualTo(1);
        assertThat(stats("").latencyMs().p95()).isNotNegative();
        assertThat(stats("?from=2020-01-01&to=2020-01-31").days()).isEmpty();
    }

    @Test
    void groupsUnansweredQuestionsWhateverTheirCaseAndSigns() {
        server.ask(UNKNOWN);
        server.ask("who won the chess championship of atlantis");
        server.ask(QUESTION);
        assertThat(stats("").unanswered()).singleElement().satisfies(gap -> {
            assertThat(gap.times()).isEqualTo(2);
            assertThat(gap.question()).startsWithIgnoringCase("who won the chess");
        });
    }

    @Test
    void namesTheArticlesThatNoAnswerCites() {
        int before = stats("").neverCited().size();
        AnswerBody answer = server.ask(QUESTION);
        long cited = answer.footnotes().stream()
                .map(footnote -> footnote.article().id())
                .distinct()
                .count();
        assertThat(stats("").neverCited())
                .hasSize(before - (int) cited)
                .doesNotContain(answer.footnotes().getFirst().article().id());
    }

    @Test
    void countsThumbs() {
        String id = server.ask(QUESTION).id();
        server.post("/api/v1/answers/" + id + "/feedback", "{\"rating\": \"down\"}");
        assertThat(stats("").feedback()).isEqualTo(new StatsBody.Thumbs(0, 1));
    }

    @Test
    void whatIsDeletedIsCountedNoMore() {
        AnswerBody answer = server.ask(UNKNOWN);
        server.delete("/api/v1/conversations/" + answer.asked().conversationId());
        assertThat(stats("").days()).isEmpty();
        assertThat(stats("").unanswered()).isEmpty();
    }

    @Test
    void anImpossibleSpanIsRefused() {
        HttpResponse<String> response = server.get("/api/v1/stats?from=2025-02-01&to=2025-01-01");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("exchange them");
    }

    @Test
    void aReaderIsNoEditor() {
        HttpResponse<String> response = server.send(
                HttpRequest.newBuilder(URI.create(server.url("/api/v1/stats"))).header("X-Forwarded-For", "192.0.2.7"));
        assertThat(response.statusCode()).isEqualTo(401);
    }
}
