package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.FootnoteBody;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's dialect. */
class ChatRoutesTest {

    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String FERRY = "How much was the ferry Aurelia sold for?";
    private static final String UNKNOWN = "What did Kylie Minogue do?";

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

    private static String body(String messages, String more) {
        return "{\"model\": \"ibid\", \"messages\": [" + messages + "]" + more + "}";
    }

    private static String user(String text) {
        return message("user", text);
    }

    private static String message(String role, String text) {
        return TREES.createObjectNode().put("role", role).put("content", text).toString();
    }

    private static JsonNode tree(String json) {
        try {
            return TREES.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }

    private JsonNode complete(String messages, String more) {
        HttpResponse<String> response = server.post("/v1/chat/completions", body(messages, more));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return tree(response.body());
    }

    private static JsonNode message(JsonNode completion) {
        return completion.at("/choices/0/message");
    }

    private AnswerBody stored(JsonNode completion) {
        String id = completion.get("id").asText().substring("chatcmpl-".length());
        return server.get("/api/v1/answers/" + id, AnswerBody.class);
    }

    private List<JsonNode> chunks(String messages, String more) {
        HttpResponse<String> response =
                server.post("/v1/chat/completions", body(messages, ", \"stream\": true" + more));
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        List<String> data = response.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
        assertThat(data).endsWith("[DONE]");
        List<JsonNode> chunks = new ArrayList<>();
        data.subList(0, data.size() - 1).forEach(json -> chunks.add(tree(json)));
        return chunks;
    }

    private static String content(List<JsonNode> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
                .collect(Collectors.joining());
    }

    @Test
    void theContentIsTheTextOfTheStoredAnswer() {
        JsonNode completion = complete(user(FERRY), "");
        AnswerBody answer = stored(completion);
        assertThat(message(completion).get("content").asText())
                .isEqualTo(answer.text())
                .contains("Bergen for two million crowns. [1][2]");
        assertThat(completion.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(completion.at("/usage/total_tokens").asInt())
                .isEqualTo(completion.at("/usage/prompt_tokens").asInt()
                        + completion.at("/usage/completion_tokens").asInt())
                .isPositive();
    }

    @Test
    void anAnnotationSpansAMarkAndNamesItsFootnotesPlace() {
        JsonNode completion = complete(user(FERRY), "");
        AnswerBody answer = stored(completion);
        String content = message(completion).get("content").asText();
        List<String> marks = new ArrayList<>();
        for (JsonNode annotation : message(completion).get("annotations")) {
            JsonNode citation = annotation.get("url_citation");
            int[] points = content.codePoints().toArray();
            int start = citation.get("start_index").asInt();
            String mark = new String(points, start, citation.get("end_index").asInt() - start);
            FootnoteBody footnote = answer.footnotes().get(Integer.parseInt(mark.substring(1, mark.length() - 1)) - 1);
            assertThat(citation.get("title").asText())
                    .isEqualTo(footnote.article().title());
            assertThat(citation.get("url").asText())
                    .isEqualTo(server.url("/#/a/" + footnote.article().id() + "/"
                            + footnote.quote().start() + "-" + footnote.quote().end()));
            marks.add(mark);
        }
        assertThat(marks).startsWith("[1]", "[2]");
        assertThat(String.join("", marks)).isEqualTo(content.replaceAll("[^\\[\\]0-9]", ""));
    }

    @Test
    void everyFootnoteHasItsPlaceInTheListsOfSources() {
        JsonNode completion = complete(user(FERRY), "");
        List<FootnoteBody> footnotes = stored(completion).footnotes();
        assertThat(completion.get("citations")).hasSameSizeAs(footnotes);
        for (int i = 0; i < footnotes.size(); i++) {
            JsonNode result = completion.get("search_results").get(i);
            assertThat(result.get("url")).isEqualTo(completion.get("citations").get(i));
            assertThat(result.get("snippet").asText())
                    .isEqualTo(footnotes.get(i).quote().exact());
            assertThat(result.get("date").asText())
                    .isEqualTo(footnotes.get(i).article().published());
        }
    }

    @Test
    void anArticleWithAnAddressOfTheWebIsNamedByIt() {
        String tunnel = "---\ntitle: Tunnel\nurl: https://paper.example/tunnel\n---\n\nThe Elbe tunnel has 9 lamps.\n";
        assertThat(new Form().file("tunnel.md", tunnel).to(server, "").statusCode())
                .isEqualTo(201);
        JsonNode completion = complete(user("How many lamps has the Elbe tunnel?"), "");
        assertThat(completion.at("/citations/0").asText()).isEqualTo("https://paper.example/tunnel");
    }

    @Test
    void aStreamHasTheSameContentSentenceBySentence() {
        JsonNode whole = complete(user(FERRY), "");
        List<JsonNode> chunks = chunks(user(FERRY), "");
        assertThat(content(chunks)).isEqualTo(message(whole).get("content").asText());
        assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        for (JsonNode chunk : chunks) {
            String piece = chunk.at("/choices/0/delta/content").asText("");
            assertThat(piece)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).endsWith("]"));
            assertThat(chunk.has("usage")).isFalse();
            assertThat(chunk.get("id")).isEqualTo(chunks.getFirst().get("id"));
        }
        JsonNode last = chunks.getLast();
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(last.at("/choices/0/delta/annotations"))
                .isEqualTo(message(whole).get("annotations"));
        assertThat(last.get("citations")).isEqualTo(whole.get("citations"));
        assertThat(last.get("search_results")).isEqualTo(whole.get("search_results"));
    }

    @Test
    void theUsageComesInAChunkOfItsOwnWhereItIsAskedFor() {
        List<JsonNode> chunks = chunks(user(FERRY), ", \"stream_options\": {\"include_usage\": true}");
        assertThat(chunks.getLast().get("choices")).isEmpty();
        assertThat(chunks.getLast().at("/usage/completion_tokens").asInt()).isPositive();
    }

    @Test
    void anAbstentionIsContentAndRefusal() {
        String missing = "The articles do not mention Kylie Minogue.";
        JsonNode completion = complete(user(UNKNOWN), "");
        assertThat(message(completion).get("content").asText()).isEqualTo(missing);
        assertThat(message(completion).get("refusal").asText()).isEqualTo(missing);
        assertThat(completion.get("citations")).isEmpty();
        List<JsonNode> chunks = chunks(user(UNKNOWN), "");
        assertThat(content(chunks)).isEqualTo(missing);
        assertThat(chunks)
                .anyMatch(
                        chunk -> chunk.at("/choices/0/delta/refusal").asText("").equals(missing));
    }

    @Test
    void aCountThatNoArticleStatesIsInTheContent() {
        JsonNode completion = complete(user("How many articles are there?"), "");
        assertThat(message(completion).get("content").asText())
                .startsWith(stored(completion).result().shortAnswer().text());
        assertThat(content(chunks(user("How many articles are there?"), "")))
                .isEqualTo(message(completion).get("content").asText());
    }

    @Test
    void theMessagesBeforeAreTheConversation() {
        String said = message("assistant", "The Aurelia is a ferry that was never tested.");
        JsonNode changed =
                complete(user("What is the Aurelia?") + "," + said + "," + user("How much was it sold for?"), "");
        assertThat(stored(changed).asked().query()).isEqualTo("How much was the Aurelia sold for?");
    }

    @Test
    void messagesThatRepeatAStoredConversationGoOnWithIt() {
        String first = user("What is the Aurelia?");
        JsonNode one = complete(first, "");
        String history =
                first + "," + message("assistant", message(one).get("content").asText()) + ",";
        AnswerBody two = stored(complete(history + user("How much was it sold for?"), ""));
        AnswerBody again = stored(complete(history + user("Who announced it?"), ""));
        String conversation = stored(one).asked().conversationId();
        assertThat(two.asked().conversationId()).isEqualTo(conversation);
        assertThat(two.asked().query()).isEqualTo("How much was the Aurelia sold for?");
        assertThat(again.asked().conversationId()).isNotEqualTo(conversation);
        assertThat(server.get("/api/v1/conversations/" + conversation, ConversationBody.Whole.class)
                        .answers())
                .hasSize(2);
    }

    @Test
    void contentMayBeAListOfTexts() {
        String parts = "{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"How much was the ferry\"},"
                + "{\"type\": \"text\", \"text\": \"Aurelia sold for?\"}]}";
        assertThat(message(complete(parts, "")).get("content").asText()).contains("two million crowns");
    }

    @Test
    void whatSteersALanguageModelIsNotRead() {
        String more = ", \"temperature\": 1.9, \"tools\": [{\"type\": \"function\"}], \"seed\": 7, \"user\": \"x\","
                + " \"max_tokens\": 1, \"n\": 1, \"response_format\": {\"type\": \"text\"}, \"stream\": null";
        String system = message("system", "Answer in rhymes.");
        assertThat(message(complete(system + "," + user(FERRY), more)).get("content"))
                .isEqualTo(message(complete(user(FERRY), "")).get("content"));
    }

    @Test
    void asJsonTheContentIsTheWholeAnswer() {
        JsonNode completion = complete(user(FERRY), ", \"response_format\": {\"type\": \"json_object\"}");
        assertThat(tree(message(completion).get("content").asText()).get("text").asText())
                .isEqualTo(stored(completion).text());
        List<JsonNode> chunks = chunks(user(FERRY), ", \"response_format\": {\"type\": \"json_object\"}");
        assertThat(tree(content(chunks)).get("outcome").asText()).isEqualTo("answered");
    }

    @Test
    void oneModelWritesTheFootnotesBelow() {
        String body = body(user(FERRY), "").replace("\"ibid\"", "\"ibid-footnotes\"");
        String content = message(tree(server.post("/v1/chat/completions", body).body()))
                .get("content")
                .asText();
        assertThat(content)
                .contains("[1][2]")
                .contains("\n\n1. [About copy](<http://127.0.0.1:")
                .contains("\n2. [The ferry that never sailed](<http")
                .contains(">), Harbour Gazette, 2025-03-03: “The ferry Aurelia was sold to Bergen");
    }

    @Test
    void theModelsAreListedAndAnyNameIsAnswered() {
        JsonNode models = tree(server.get("/v1/models").body());
        assertThat(models.get("object").asText()).isEqualTo("list");
        assertThat(models.get("data"))
                .extracting(model -> model.get("id").asText())
                .containsExactly("ibid", "ibid-footnotes");
        assertThat(tree(server.get("/v1/models/ibid").body()).get("object").asText())
                .isEqualTo("model");
        String body = body(user(FERRY), "").replace("\"ibid\"", "\"gpt-4o-mini\"");
        assertThat(tree(server.post("/v1/chat/completions", body).body())
                        .get("model")
                        .asText())
                .isEqualTo("ibid");
    }

    @Test
    void filtersNarrowWhatIsSeen() {
        JsonNode completion = complete(user(FERRY), ", \"filters\": {\"publishers\": [\"Evening Wire\"]}");
        assertThat(stored(completion).footnotes())
                .isNotEmpty()
                .allMatch(note -> note.article().publisher().equals("Evening Wire"));
    }
}
