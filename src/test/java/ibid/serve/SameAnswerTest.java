package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.EventBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.SentenceBody;
import ibid.api.openai.ChatChunk;
import ibid.api.openai.ChatCompletion;
import ibid.api.openai.CitedSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question has the same sentences and footnotes, word for word, whichever way it is asked. */
class SameAnswerTest {

    private static final List<String> QUESTIONS = List.of(
            "How much was the ferry Aurelia sold for?",
            "Who is Anna Berg?",
            "Why did the insurers refuse the engines?",
            "When was the sale announced?",
            "What did the new bridge cost?",
            "When did the bridge open?",
            "What do the articles say about the ferry?",
            "List what is known about the bridge.",
            "Compare the ferry and the bridge.",
            "How many articles are there?",
            "What did Kylie Minogue do?",
            "Hello!");

    @TempDir
    private Path folder;

    /** What a reader is shown: the text, and the quote of each footnote in its order. */
    private record Shown(String text, List<String> quotes) {

        static Shown of(AnswerBody answer) {
            return new Shown(answer.text(), quotes(answer.footnotes()));
        }

        static List<String> quotes(List<FootnoteBody> footnotes) {
            return footnotes.stream().map(note -> note.quote().exact()).toList();
        }
    }

    @Test
    void everyRouteShowsTheSame() {
        int footnotes = 0;
        try (Running server = Running.over(folder)) {
            for (String question : QUESTIONS) {
                Shown expected = Shown.of(server.ask(question));
                footnotes += expected.quotes().size();
                assertThat(byEvents(server, question)).as(question).isEqualTo(expected);
                AnswerBody stored = storedOf(byChat(server, question), server);
                assertThat(Shown.of(stored)).as(question).isEqualTo(expected);
            }
        }
        assertThat(footnotes).isGreaterThan(10);
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
        return new Shown(text.toString(), Shown.quotes(footnotes));
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
                .allSatisfy(sentence -> assertThat(content).contains(sentence.text() + marks(sentence)));
        assertThat(content).contains(answer.text());
        assertThat(completion.sources().searchResults().stream()
                        .map(CitedSources.SearchResult::snippet)
                        .toList())
                .isEqualTo(Shown.quotes(answer.footnotes()));
        return answer;
    }

    private static String marks(SentenceBody sentence) {
        StringBuilder marks = new StringBuilder(" ");
        sentence.footnotes().forEach(number -> marks.append('[').append(number).append(']'));
        return marks.toString();
    }
}
