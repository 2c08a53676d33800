package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.VerdictBody;
import ibid.verify.Support;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts over HTTP. */
class CheckRoutesTest {

    private static final String WRONG =
            "{\"claim\": \"The pact has 12 members.\", \"evidence\": \"The pact has 31 members.\"}";
    private static final String RIGHT =
            "{\"claim\": \"The pact has 31 members.\", \"evidence\": [\"It was signed in May.\","
                    + " \"The pact has 31 members.\"]}";

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

    private HttpResponse<String> check(String body) {
        return server.post("/api/v1/checks", body);
    }

    @Test
    void aWrongNumberIsReportedWithTheRightOne() {
        VerdictBody verdict = Running.read(check(WRONG), VerdictBody.class);
        assertThat(verdict.label()).isEqualTo(Support.NONE);
        assertThat(verdict.contradicted()).isTrue();
        assertThat(verdict.checks().numbers()).isFalse();
        assertThat(verdict.checks().dates()).isTrue();
        assertThat(verdict.reason()).isEqualTo("the article says 31, not 12");
    }

    @Test
    void severalTextsCountTogetherAndAListGivesAList() {
        VerdictBody[] verdicts = Running.read(check("[" + RIGHT + ", " + WRONG + "]"), VerdictBody[].class);
        assertThat(verdicts).extracting(VerdictBody::label).containsExactly(Support.FULL, Support.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"claim\": \"A.\"}|the request needs “evidence”, a text or a list of texts",
                "{\"evidence\": \"A.\"}|the request needs “claim”, a sentence",
                "[{\"claim\": \"A.\", \"evidence\": \"A.\"}, 7]|number 2 of the list is not a JSON object",
                "{\"claim\": \"A.\", \"evidence\": [\"\"]}|needs “evidence”",
                "{\"claim\": \"A.\", \"evidence\": \"A.\", \"model\": \"x\"}|the unknown field “model”",
                "[]|a list has 1 to 50 claims",
                "{\"claim\"|is not JSON",
                "|the request has no body"
            })
    void invalidRequestsNameTheCause(String body, String detail) {
        HttpResponse<String> response = check(body == null ? "" : body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Running.problem(response).detail()).contains(detail);
    }

    @Test
    void noMoreThanAHundredAtOnce() {
        assertThat(check("[" + (WRONG + ",").repeat(50) + WRONG + "]").statusCode())
                .isEqualTo(400);
    }
}
