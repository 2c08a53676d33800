package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsRoutesTest {

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

    private String figures() {
        return server.get("/metrics").body();
    }

    /** The value of the line that begins with these words. */
    private double figure(String line) {
        return figures()
                .lines()
                .filter(text -> text.startsWith(line + " "))
                .map(text -> Double.parseDouble(text.substring(line.length() + 1)))
                .findFirst()
                .orElse(-1.0);
    }

    @Test
    void countsAnswersByOutcomeAndSentencesBySupport() {
        server.ask(QUESTION);
        server.ask("Who won the chess championship of Atlantis?");
        assertThat(figure("ibid_answers_total{outcome=\"answered\"}")).isEqualTo(1);
        assertThat(figure("ibid_answers_total{outcome=\"abstained\"}")).isEqualTo(1);
        assertThat(figure("ibid_sentences_total{support=\"full\"}")).isPositive();
        assertThat(figure("ibid_answer_stage_seconds_count{stage=\"retrieve\"}"))
                .isEqualTo(2);
    }

    @Test
    void countsRequestsByRouteAndNeverById() {
        String id = server.ask(QUESTION).id();
        server.get("/api/v1/answers/" + id);
        server.get("/no/such/place/" + id);
        String figures = figures();
        assertThat(figures)
                .contains("method=\"GET\",route=\"/api/v1/answers/{id}\",status=\"200\"")
                .doesNotContain(id);
    }

    @Test
    void holdsNoWordsOfAQuestion() {
        server.ask(QUESTION);
        assertThat(figures()).doesNotContainIgnoringCase("aurelia").doesNotContainIgnoringCase("ferry");
    }

    @Test
    void showsTheIndexThePoolsAndTheProcess() {
        assertThat(figure("ibid_index_articles")).isPositive();
        assertThat(figure("ibid_pool_places{pool=\"questions\"}")).isPositive();
        assertThat(figures()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
    }
}
