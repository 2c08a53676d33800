package ibid.serve.dialect;

import ibid.api.AnswerBody;
import ibid.api.EventBody;
import ibid.api.Json;
import ibid.api.ProblemBody;
import ibid.api.openai.ChatChunk;
import ibid.api.openai.ChatIdentity;
import ibid.api.openai.OpenAiError;
import ibid.serve.route.EventStream;
import ibid.serve.route.LiveAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes an answer to one client as chunks, each sentence when it is checked. A client of this dialect cannot take
 * words back, so an answer that was made again while it was streamed ends with an error. For one request.
 */
final class ChatStream {

    private static final ProblemBody MADE_AGAIN =
            new ProblemBody("Busy", 503, "articles were changed while the answer was made; ask again");

    private final OutputStream out;
    private final ChatExchange exchange;
    private final ChatIdentity identity;
    private final StringBuilder shown = new StringBuilder();
    private Optional<AnswerBody.Short> brief = Optional.empty();

    ChatStream(OutputStream out, ChatExchange exchange) {
        this.out = out;
        this.exchange = exchange;
        this.identity = exchange.identity();
    }

    /** Writes all chunks; the answer is finished and stored whether or not the client stays. */
    void send(LiveAnswer live) throws IOException, InterruptedException {
        write(ChatChunk.first(identity));
        int sent = 0;
        while (true) {
            switch (live.next(sent, EventStream.KEEP_ALIVE)) {
                case LiveAnswer.Next.Ready ready -> {
                    sent = ready.frame().number();
                    on(ready.frame().event());
                }
                case LiveAnswer.Next.Quiet quiet -> EventStream.write(out, EventStream.COMMENT);
                case LiveAnswer.Next.Over over -> {
                    return;
                }
            }
        }
    }

    private void on(EventBody event) throws IOException {
        switch (event) {
            case EventBody.Short one -> brief = Optional.of(one.answer());
            case EventBody.Sentence sentence -> show(sentence);
            case EventBody.Completed completed -> complete(completed.answer());
            case EventBody.Failed failed -> fail(failed.problem());
            case EventBody.Created created -> {}
            case EventBody.Stage stage -> {}
            case EventBody.Passages passages -> {}
            case EventBody.TextDelta delta ->
                throw new IllegalStateException(
                        "words that are not checked came to a reader who cannot take them back");
        }
    }

    private void show(EventBody.Sentence sentence) throws IOException {
        if (exchange.wantsJson()) {
            return;
        }
        String lead = shown.isEmpty()
                ? brief.map(one -> ChatContent.lead(one, sentence.sentence())).orElse("")
                : "";
        text(lead + sentence.delta());
    }

    private void complete(AnswerBody answer) throws IOException {
        ChatContent content = exchange.content(answer);
        if (exchange.wantsJson()) {
            text(Json.write(answer));
        } else {
            if (!content.sentences().startsWith(shown.toString())) {
                fail(MADE_AGAIN);
                return;
            }
            text(content.text().substring(shown.length()));
        }
        if (content.refusal() != null) {
            write(ChatChunk.refusal(identity, content.refusal()));
        }
        write(ChatChunk.last(identity, exchange.annotations(content), content.sources()));
        if (exchange.wantsUsage()) {
            write(ChatChunk.usage(identity, exchange.usage(answer, shown.toString())));
        }
        data("[DONE]");
    }

    private void fail(ProblemBody problem) throws IOException {
        data(Json.write(OpenAiError.of(problem)));
    }

    private void text(String text) throws IOException {
        if (!text.isEmpty()) {
            shown.append(text);
            write(ChatChunk.text(identity, text));
        }
    }

    private void write(ChatChunk chunk) throws IOException {
        data(Json.write(chunk));
    }

    private void data(String json) throws IOException {
        EventStream.write(out, "data: " + json + "\n\n");
    }
}
