package ibid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void namesAreSnakeCaseAndWhatIsUnknownIsNull() {
        ArticleBody.Publication publication = new ArticleBody.Publication("", "", "2024-10-01", "", "");
        ArticleBody article = new ArticleBody("a-b", "Title", publication, "", null);
        assertThat(Json.write(article))
                .isEqualTo("{\"id\":\"a-b\",\"title\":\"Title\",\"publisher\":null,\"author\":null,"
                        + "\"published\":\"2024-10-01\",\"url\":null,\"language\":null,\"copy_of\":null}");
        assertThat(Json.readStrict(Json.write(article), ArticleBody.class, "it"))
                .isEqualTo(article);
    }

    @Test
    void constantsAreLowerCase() {
        assertThat(Json.write(new FeedbackBody(FeedbackBody.Rating.DOWN, "no", java.util.List.of("wrong"))))
                .isEqualTo("{\"rating\":\"down\",\"comment\":\"no\",\"reasons\":[\"wrong\"]}");
    }

    @Test
    void requestsMayLeaveEverythingOutButTheQuestion() {
        AnswerRequest request = Json.readStrict("{\"question\": \" Why? \"}", AnswerRequest.class, "the request");
        assertThat(request).isEqualTo(new AnswerRequest("Why?", "", null, null, false));
        assertThat(request.conversation()).isEmpty();
        assertThat(Json.readStrict(
                                "{\"question\": \"Why?\", \"as_of\": \"2024-10-01\"}",
                                AnswerRequest.class,
                                "the request")
                        .searchFilters()
                        .to())
                .isEqualTo(LocalDate.of(2024, 10, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"rating\": \"sideways\"}|“rating” must be up or down, not “sideways”",
                "{\"comment\": \"x\"}|“rating” must be “up” or “down”",
                "{\"rating\": \"up\", \"stars\": 5}|the unknown field “stars”; known here: comment",
                "{\"rating\": \"up\", \"reasons\": [null]}|the value of “reasons[0]” has the wrong type",
                "{\"rating\": \"up\", \"reasons\": 3}|the value of “reasons” has the wrong type",
                "{\"rating\": \"up\", \"rating\": \"down\"}|the request gives a field twice (Duplicate field 'rating')",
                "{\"rating\": \"up\"} more|the request is not JSON",
                "{\"rating\"|the request is not JSON",
                "7|the request is not a JSON object of the right form",
                "null|the request is null; send a JSON object"
            })
    void whatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> Json.readStrict(json, FeedbackBody.class, "the request"))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining(message);
    }

    /** Of two values another program in front may have read the other one. */
    @Test
    void aFieldGivenTwiceIsRefusedHoweverItIsReadAndWherever() {
        assertThatThrownBy(() -> Json.readStrict(
                        "{\"question\": \"x\", \"filters\": {\"from\": \"2024-01-01\", \"\\u0066rom\": null}}",
                        AnswerRequest.class,
                        "the request"))
                .hasMessageStartingWith("the request gives a field twice (Duplicate field 'from')");
        assertThatThrownBy(() -> Json.object("{\"a\": {\"b\": 1, \"b\": 1}}", "the request"))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Json.items("[{\"claim\": \"x\", \"claim\": \"y\"}]", "the body"))
                .hasMessageStartingWith("the body gives a field twice");
        String stored = "{\"rating\": \"up\", \"comment\": \"a\", \"comment\": \"b\"}";
        assertThat(Json.readLenient(stored, FeedbackBody.class, "what is stored")
                        .comment())
                .isEqualTo("b");
    }

    @Test
    void aNewerServerMaySendMore() {
        String json = "{\"name\": \"index\", \"state\": \"done\", \"ms\": 3, \"more\": {\"x\": 1}}";
        assertThat(EventBody.read("stage", json)).contains(new EventBody.Stage(null, EventBody.Stage.State.DONE, 3L));
        assertThat(EventBody.read("applause", "{}")).isEmpty();
    }
}
