package ibid.eval.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The lines of an event stream, with a timeout for each line. A server sends a heartbeat every 15 seconds. For one
 * reader.
 */
final class EventLines implements AutoCloseable {

    /** The next line, or why there is none. */
    sealed interface Next {

        record Line(String text) implements Next {}

        record Ended() implements Next {}

        record Cut(String why) implements Next {}
    }

    private final BlockingQueue<Next> arrived = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private final Duration timeout;

    EventLines(Stream<String> lines, Duration timeout) {
        this.lines = lines;
        this.timeout = timeout;
        Thread.ofVirtual()
                .start(this::pump); // a read of a stream that has stalled cannot be given up, only left to another
        // thread
    }

    private void pump() {
        try {
            lines.forEach(line -> arrived.add(new Next.Line(line)));
            arrived.add(new Next.Ended());
        } catch (UncheckedIOException broken) {
            arrived.add(
                    new Next.Cut("the connection was cut: " + broken.getCause().getMessage()));
        }
    }

    Next next() {
        try {
            return Optional.ofNullable(arrived.poll(timeout.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseGet(() -> new Next.Cut("nothing came for " + timeout.toSeconds() + " seconds"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Next.Cut("interrupted");
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
