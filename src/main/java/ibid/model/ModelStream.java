package ibid.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import ibid.model.Completion.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One streamed completion: a queue of signals from the model's thread to the caller's. LangChain4j notices neither a
 * stall between tokens nor a stream that ends without a final message, and may report an error more than once; only the
 * first end counts.
 */
final class ModelStream implements StreamingChatResponseHandler {

    private final TimeLimits limits;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private volatile StreamingHandle handle;

    /** A signal from the model's thread. */
    private sealed interface Signal {

        record Piece(String text) implements Signal {}

        record Ended(ChatResponse response) implements Signal {}

        record Broken(Throwable cause) implements Signal {}
    }

    ModelStream(TimeLimits limits) {
        this.limits = limits;
    }

    @Override
    public void onPartialResponse(String piece) {
        signals.add(new Signal.Piece(piece));
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        handle = context.streamingHandle();
        signals.add(new Signal.Piece(piece.text()));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        signals.add(new Signal.Ended(response));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Broken(cause));
    }

    /** Waits for the end. The listener receives each piece on this thread and stops the model by returning false. */
    Completion await(Predicate<String> listener) {
        long deadline = System.nanoTime() + limits.whole().toNanos();
        while (true) {
            Signal signal = next(deadline);
            if (signal == null) {
                return timedOut(deadline);
            }
            Optional<Completion> end = end(signal, listener);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** The next signal, or null on timeout. */
    private Signal next(long deadline) {
        Duration limit = text.isEmpty() ? limits.first() : limits.between();
        long nanos = Math.min(deadline - System.nanoTime(), limit.toNanos());
        try {
            return signals.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            cancel();
            return new Signal.Broken(stopping);
        }
    }

    private Optional<Completion> end(Signal signal, Predicate<String> listener) {
        return switch (signal) {
            case Signal.Piece piece -> accepts(piece.text(), listener) ? Optional.empty() : Optional.of(stopped());
            case Signal.Ended ended -> Optional.of(ended(ended.response()));
            case Signal.Broken broken -> Optional.of(broken(broken.cause()));
        };
    }

    private boolean accepts(String piece, Predicate<String> listener) {
        if (piece == null) {
            return true;
        }
        text.append(piece);
        return listener.test(piece);
    }

    private Completion stopped() {
        cancel();
        return new Completion.Finished(text.toString(), Completion.Usage.NONE, true);
    }

    private Completion timedOut(long deadline) {
        cancel();
        Failure failure = timeout(deadline);
        return failed(failure, Completion.Usage.NONE, failure.description());
    }

    private Failure timeout(long deadline) {
        if (System.nanoTime() >= deadline) {
            return Failure.TOO_LONG;
        }
        return text.isEmpty() ? Failure.SLOW : Failure.STALLED;
    }

    private void cancel() {
        if (handle != null) {
            handle.cancel();
        }
    }

    private Completion broken(Throwable cause) {
        Failure failure = ModelFailures.of(cause, !text.isEmpty());
        Optional<Duration> pause = ModelFailures.pause(cause);
        return new Completion.Failed(
                failure, text.toString(), Completion.Usage.NONE, pause, ModelFailures.description(cause));
    }

    private Completion ended(ChatResponse response) {
        Completion.Usage usage = usage(response.tokenUsage());
        FinishReason reason = response.finishReason();
        if (reason == null) {
            return failed(Failure.CUT, usage, "the stream ended without a reason");
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            return failed(Failure.REFUSED, usage, "content filter");
        }
        if (reason == FinishReason.LENGTH) {
            return failed(Failure.TOO_LONG, usage, "limit of tokens reached");
        }
        if (text.toString().isBlank()) {
            return failed(Failure.EMPTY, usage, "no text");
        }
        return new Completion.Finished(text.toString(), usage, false);
    }

    private static Completion.Usage usage(TokenUsage usage) {
        if (usage == null) {
            return Completion.Usage.NONE;
        }
        return new Completion.Usage(orZero(usage.inputTokenCount()), orZero(usage.outputTokenCount()));
    }

    private static int orZero(Integer count) {
        return count == null ? 0 : count;
    }

    private Completion failed(Failure failure, Completion.Usage usage, String detail) {
        String written = failure == Failure.EMPTY ? "" : text.toString();
        return new Completion.Failed(failure, written, usage, Optional.empty(), detail);
    }
}
