package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.collection.ArticlesBody;
import ibid.api.collection.CollectionBody;
import ibid.api.collection.SearchBody;
import ibid.api.openai.ChatCompletion;
import ibid.api.openai.CitedSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics and languages limit what every route sees. */
class FiltersTest {

    private static final String QUESTION = "How many boats does the lock lift?";
    private static final String FILTERS = "{\"topics\": [\"Canals\", \"Trams\"], \"languages\": [\"en\"]}";
    private static final String QUERY = "topics=Canals&topics=Trams&languages=en";

    @TempDir
    private Path folder;

    private Running server;

    @BeforeEach
    void start() {
        server = Running.over(folder);
        server.collection()
                .with("lock.md", article("Canals", "en", "The lock lifts 40 boats a day."))
                .with("mill.md", article("Mills", "en", "The lock lifts 90 boats a day."))
                .with("schleuse.md", article("Canals", "de", "The lock lifts 70 boats a day."))
                .update();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String article(String topic, String language, String text) {
        return "---\ntitle: At the lock\npublished: 2025-01-02\ntags: [" + topic + "]\nlanguage: " + language
                + "\n---\n\n" + text + "\n";
    }

    @Test
    void anAnswerCitesOnlyArticlesOfTheTopicsAndLanguages() {
        assertThat(cited(server.ask(QUESTION))).contains("lock", "mill");
        String body = "{\"question\": \"" + QUESTION + "\", \"filters\": " + FILTERS + "}";
        AnswerBody answer = Running.read(server.post("/api/v1/answers", body), AnswerBody.class);
        assertThat(cited(answer)).containsExactly("lock");
        assertThat(Json.write(answer))
                .contains("\"filters\":{\"topics\":[\"Canals\",\"Trams\"],\"languages\":[\"en\"]}");
        assertThat(server.get("/api/v1/answers/" + answer.id(), AnswerBody.class))
                .isEqualTo(answer);
        assertThat(cited(byTool())).containsExactly("lock");
    }

    private static List<String> cited(AnswerBody answer) {
        return answer.footnotes().stream().map(note -> note.article().id()).toList();
    }

    private AnswerBody byTool() {
        Map<String, Object> arguments = Map.of("question", QUESTION, "filters", Json.object(FILTERS, "the filters"));
        Map<String, Object> call = Map.of("name", "ask", "arguments", arguments);
        String body = Json.write(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", call));
        String reply = server.post("/mcp", body, "Accept", "application/json, text/event-stream")
                .body();
        Map<?, ?> result = (Map<?, ?>) Json.object(reply, "the reply").get("result");
        return Json.readLenient(Json.write(result.get("structuredContent")), AnswerBody.class, "the tool");
    }

    @Test
    void aChatObeysThem() {
        String body = "{\"messages\": [{\"role\": \"user\", \"content\": \"" + QUESTION + "\"}], \"filters\": "
                + FILTERS + "}";
        ChatCompletion chat = Running.read(server.post("/v1/chat/completions", body), ChatCompletion.class);
        assertThat(chat.sources().searchResults())
                .extracting(CitedSources.SearchResult::snippet)
                .containsExactly("The lock lifts 40 boats a day.");
    }

    @Test
    void listsSearchesAndCountsObeyThem() {
        assertThat(server.get("/api/v1/search?q=boats&" + QUERY, SearchBody.class)
                        .passages())
                .extracting(passage -> passage.article().id())
                .containsExactly("lock");
        assertThat(server.get("/api/v1/articles?" + QUERY, ArticlesBody.class).articles())
                .extracting(row -> row.article().id())
                .containsExactly("lock");
        assertThat(server.get("/api/v1/collection?" + QUERY, CollectionBody.class)
                        .articles())
                .isEqualTo(1);
        assertThat(server.get("/api/v1/collection?topics=&topics=Mills", CollectionBody.class)
                        .articles())
                .as("three have no topic")
                .isEqualTo(4);
    }

    @Test
    void aQuestionOnTheCollectionCountsWithinThem() {
        String body = "{\"question\": \"How many articles are there?\", \"filters\": {\"topics\": [\"Canals\"]}}";
        AnswerBody answer = Running.read(server.post("/api/v1/answers", body), AnswerBody.class);
        assertThat(answer.result().shortAnswer().text()).isEqualTo("2 articles");
    }

    @Test
    void moreThanAHundredValuesAreRefused() {
        String many = "\"x\", ".repeat(100) + "\"x\"";
        String body = "{\"question\": \"x\", \"filters\": {\"topics\": [" + many + "]}}";
        assertThat(Running.problem(server.post("/api/v1/answers", body)).detail())
                .contains("“filters.topics” must be a list of at most 100 texts");
    }
}
