package ibid.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import ibid.model.Completion.Failure;
import ibid.model.Completion.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Any of LangChain4j's streaming models behind limits of time. The library neither notices a stall between tokens nor a
 * stream that ends without saying so, and tells of an error more than once: the first end that is heard counts. Threads
 * may share it.
 */
public final class LangChainLlm implements Llm {

    private static final Logger LOG = LoggerFactory.getLogger(LangChainLlm.class);
    private static final double LEAST_TOKENS_A_WORD = 0.8; // of English; fewer reported means that some were not read
    private static final ResponseFormat SENTENCES = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("answer")
                    .rootElement(JsonObjectSchema.builder()
                            .addProperty(
                                    "sentences",
                                    JsonArraySchema.builder()
                                            .items(JsonObjectSchema.builder()
                                                    .addStringProperty("text")
                                                    .addProperty(
                                                            "passages",
                                                            JsonArraySchema.builder()
                                                                    .items(new JsonStringSchema())
                                                                    .build())
                                                    .required("text", "passages")
                                                    .additionalProperties(false)
                                                    .build())
                                            .build())
                            .addStringProperty("missing")
                            .required("sentences", "missing")
                            .additionalProperties(false)
                            .build())
                    .build())
            .build();

    private final StreamingChatModel model;
    private final Limits limits;

    /**
     * @param first   until the first piece
     * @param between two pieces
     * @param whole   from beginning to end
     */
    public record Limits(Duration first, Duration between, Duration whole) {}

    public LangChainLlm(StreamingChatModel model, Limits limits) {
        this.model = model;
        this.limits = limits;
    }

    /** What a stream tells. */
    private sealed interface Heard {

        public record Piece(String text) implements Heard {}

        record Ended(ChatResponse response) implements Heard {}

        record Broke(Throwable why) implements Heard {}
    }

    @Override
    public Completion complete(Prompt.Filled prompt, Predicate<String> hear) {
        Stream stream = new Stream();
        ChatRequest.Builder request =
                ChatRequest.builder().messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
        if (prompt.output() == Prompt.Output.SENTENCES) request.responseFormat(SENTENCES);
        Thread.ofPlatform()
                .daemon()
                .name("model")
                .uncaughtExceptionHandler((thread, why) -> stream.onError(why))
                .start(() -> model.chat(request.build(), stream)); // some models throw where others call back
        Completion completion = stream.listen(limits, hear);
        warnIfNotAllWasRead(prompt, completion.usage());
        return completion;
    }

    private static void warnIfNotAllWasRead(Prompt.Filled prompt, Usage usage) {
        int words = (prompt.system() + " " + prompt.user()).split("\\s+").length;
        if (usage.in() > 0 && usage.in() < LEAST_TOKENS_A_WORD * words)
            LOG.warn(
                    "the model says it read {} tokens of a prompt of {} words: its context window is too small, and it may not have seen every passage; lower IBID_MODEL_WINDOW or give the model a larger one",
                    usage.in(),
                    words);
    }

    /** One conversation with the model: its own thread tells, the caller's listens. */
    private static final class Stream implements StreamingChatResponseHandler {

        private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private volatile StreamingHandle handle;

        @Override
        public void onPartialResponse(String piece) {
            heard.add(new Heard.Piece(piece));
        }

        @Override
        public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
            handle = context.streamingHandle();
            heard.add(new Heard.Piece(piece.text()));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            heard.add(new Heard.Ended(response));
        }

        @Override
        public void onError(Throwable why) {
            heard.add(new Heard.Broke(why));
        }

        Completion listen(Limits limits, Predicate<String> hear) {
            long end = System.nanoTime() + limits.whole().toNanos();
            while (true) {
                long patience = Math.min(
                        end - System.nanoTime(), (text.isEmpty() ? limits.first() : limits.between()).toNanos());
                Heard next = next(patience);
                if (next == null)
                    return given(
                            System.nanoTime() >= end
                                    ? Failure.TOO_LONG
                                    : text.isEmpty() ? Failure.SLOW : Failure.STALLED);
                switch (next) {
                    case Heard.Piece piece -> {
                        if (piece.text() == null) continue;
                        text.append(piece.text());
                        if (!hear.test(piece.text())) return stopped();
                    }
                    case Heard.Ended ended -> {
                        return ended(ended.response());
                    }
                    case Heard.Broke broke -> {
                        return failed(
                                ModelFailures.of(broke.why(), !text.isEmpty()),
                                ModelFailures.pause(broke.why()),
                                ModelFailures.told(broke.why()));
                    }
                }
            }
        }

        private Heard next(long nanos) {
            try {
                return heard.poll(nanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return new Heard.Broke(stopping);
            }
        }

        private Completion stopped() {
            cancel();
            return new Completion.Finished(text.toString(), Usage.NONE, true);
        }

        private Completion given(Failure up) {
            cancel();
            return failed(up, Optional.empty(), up.description());
        }

        private void cancel() {
            if (handle != null) handle.cancel();
        }

        private Completion ended(ChatResponse response) {
            Usage usage = response.tokenUsage() == null
                    ? Usage.NONE
                    : new Usage(
                            orZero(response.tokenUsage().inputTokenCount()),
                            orZero(response.tokenUsage().outputTokenCount()));
            FinishReason reason = response.finishReason();
            if (reason == FinishReason.CONTENT_FILTER)
                return new Completion.Failed(
                        Failure.REFUSED, text.toString(), usage, Optional.empty(), "content filter");
            if (reason == FinishReason.LENGTH)
                return new Completion.Failed(
                        Failure.TOO_LONG, text.toString(), usage, Optional.empty(), "limit of tokens reached");
            if (reason == null)
                return new Completion.Failed(
                        Failure.CUT, text.toString(), usage, Optional.empty(), "the stream ended without a reason");
            if (text.toString().isBlank())
                return new Completion.Failed(Failure.EMPTY, "", usage, Optional.empty(), "no text");
            return new Completion.Finished(text.toString(), usage, false);
        }

        private static int orZero(Integer count) {
            return count == null ? 0 : count;
        }

        private Completion failed(Failure failure, Optional<Duration> wait, String detail) {
            return new Completion.Failed(failure, text.toString(), Usage.NONE, wait, detail);
        }
    }
}
