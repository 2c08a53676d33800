package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.EventBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.openai.ChatChunk;
import ibid.api.openai.ChatCompletion;
import ibid.api.openai.CitedSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question has the same sentences and footnotes, word for word, whichever way it is asked. */
public class SameAnswerTest {

    public static final List<String> QUESTIONS = List.of(
            "How much was the ferry Aurelia sold for?",
            "To whom was the ferry sold?",
            "What was sold to Bergen?",
            "Who is Anna Berg?",
            "What did Anna Berg announce?",
            "Who announced the sale of the ferry?",
            "When was the sale announced?",
            "How long had Berg waited for a buyer?",
            "Was Berg relieved?",
            "Why did the insurers refuse the engines?",
            "Who refused the engines?",
            "Had anybody tested the engines?",
            "Which ferry never sailed?",
            "When did the bridge open?",
            "What opened on Sunday?",
            "How much did the bridge cost?",
            "What did the new bridge cost?",
            "How many crowns did the bridge cost?",
            "What about trams on the bridge?",
            "Should trams be allowed on the bridge?",
            "What had the town hoped for?",
            "Did the town hope for more?",
            "What does the Harbour Gazette say about the ferry?",
            "What does the Evening Wire say about the sale?",
            "What does the Town Paper say about trams?",
            "What do the articles say about the ferry?",
            "What do the articles say about the bridge?",
            "What do the articles say about Bergen?",
            "List what is known about the bridge.",
            "List what is known about the ferry Aurelia.",
            "Give me an overview of the sale.",
            "What happened in 2025?",
            "What happened first, the sale or the opening?",
            "Compare the ferry and the bridge.",
            "How do the Harbour Gazette and the Town Paper differ?",
            "Which cost more, the ferry or the bridge?",
            "How many articles are there?",
            "How many articles mention Bergen?",
            "Which articles mention the ferry?",
            "Which articles are from March 2025?",
            "What is the newest article?",
            "Which outlets are there?",
            "When was the ferry sold and when did the bridge open?",
            "Who sold the ferry and why did she stay?",
            "What did Kylie Minogue do?",
            "Who won the cup in 1998?",
            "How tall is the harbour tower?",
            "What will the ferry cost next year?",
            "Hello!",
            "???");

    @TempDir
    private Path folder;

    /** What a reader is shown: the text, and the quote of each footnote in its order. */
    private record Shown(String text, List<String> quotes) {

        static Shown of(AnswerBody answer) {
            return new Shown(answer.text(), ExportedAnswer.quotes(answer.footnotes()));
        }
    }

    @Test
    void everyRouteShowsTheSame() {
        int footnotes = 0;
        try (Running server = Running.over(folder)) {
            for (String question : QUESTIONS) {
                AnswerBody answer = server.ask(question);
                Shown expected = Shown.of(answer);
                footnotes += expected.quotes().size();
                assertThat(byEvents(server, question)).as(question).isEqualTo(expected);
                AnswerBody stored = storedOf(byChat(server, question), server);
                assertThat(Shown.of(stored)).as(question).isEqualTo(expected);
                assertThat(Shown.of(byTool(server, question))).as(question).isEqualTo(expected);
                assertThat(server.get("/api/v1/answers/" + answer.id(), AnswerBody.class))
                        .as(question)
                        .isEqualTo(answer);
                ExportedAnswer.assertShows(server, answer);
            }
        }
        assertThat(footnotes).isGreaterThan(50);
    }

    /** Asks by the tool of the Model Context Protocol, whose text and object are the same answer. */
    private static AnswerBody byTool(Running server, String question) {
        Map<String, Object> call = Map.of("name", "ask", "arguments", Map.of("question", question));
        String body = Json.write(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", call));
        String reply = server.post("/mcp", body, "Accept", "application/json, text/event-stream")
                .body();
        Map<?, ?> result = (Map<?, ?>) Json.object(reply, "the reply").get("result");
        AnswerBody answer = Json.readLenient(Json.write(result.get("structuredContent")), AnswerBody.class, "the tool");
        String markdown = String.valueOf(((Map<?, ?>) ((List<?>) result.get("content")).getFirst()).get("text"));
        assertThat(ExportedAnswer.inOrder(answer))
                .allSatisfy(words -> assertThat(ExportedAnswer.plain(markdown)).contains(ExportedAnswer.plain(words)));
        return answer;
    }

    private static Shown byEvents(Running server, String question) {
        String body = "{\"question\": \"" + question + "\"}";
        StringBuilder text = new StringBuilder();
        List<FootnoteBody> footnotes = new ArrayList<>();
        for (String event : server.post("/api/v1/answers", body, "Accept", "text/event-stream")
                .body()
                .split("\n\n")) {
            String name = event.lines().skip(1).findFirst().orElseThrow().substring("event: ".length());
            String data = event.lines().skip(2).findFirst().orElseThrow().substring("data: ".length());
            if (EventBody.read(name, data).orElseThrow() instanceof EventBody.Sentence sentence) {
                text.append(sentence.delta());
                sentence.footnotes().stream()
                        .filter(note -> note.number() > footnotes.size())
                        .forEach(footnotes::add);
            }
        }
        return new Shown(text.toString(), ExportedAnswer.quotes(footnotes));
    }

    /** Asks in OpenAI's dialect, at once and streamed, and holds both against each other. */
    private static ChatCompletion byChat(Running server, String question) {
        String messages = "\"messages\": [{\"role\": \"user\", \"content\": \"" + question + "\"}]";
        ChatCompletion whole =
                Running.read(server.post("/v1/chat/completions", "{" + messages + "}"), ChatCompletion.class);
        String stream = server.post("/v1/chat/completions", "{\"stream\": true, " + messages + "}")
                .body();
        StringBuilder text = new StringBuilder();
        CitedSources sources = null;
        for (String line :
                stream.lines().filter(line -> line.startsWith("data: {")).toList()) {
            ChatChunk chunk = Json.readLenient(line.substring("data: ".length()), ChatChunk.class, "a chunk");
            String piece = chunk.choices().getFirst().delta().content();
            text.append(piece == null ? "" : piece);
            sources = chunk.sources();
        }
        assertThat(text.toString())
                .isEqualTo(whole.choices().getFirst().message().content());
        assertThat(sources).isEqualTo(whole.sources());
        return whole;
    }

    /** The stored answer behind a completion, whose sentences and quotes are those that the completion shows. */
    private static AnswerBody storedOf(ChatCompletion completion, Running server) {
        String id = completion.id().substring("chatcmpl-".length());
        AnswerBody answer = server.get("/api/v1/answers/" + id, AnswerBody.class);
        String content = completion.choices().getFirst().message().content();
        assertThat(answer.sentences())
                .allSatisfy(sentence -> assertThat(content).contains(sentence.text() + ExportedAnswer.marks(sentence)));
        assertThat(content).contains(answer.text());
        assertThat(completion.sources().searchResults().stream()
                        .map(CitedSources.SearchResult::snippet)
                        .toList())
                .isEqualTo(ExportedAnswer.quotes(answer.footnotes()));
        return answer;
    }
}
