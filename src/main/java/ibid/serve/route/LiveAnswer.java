package ibid.serve.route;

import ibid.api.EventBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one answer, kept from the first one, so that a reader who reconnects misses none. Thread-safe for one
 * writer and any number of readers.
 */
public final class LiveAnswer {

    private static final long NANOS_IN_MILLI = 1_000_000;

    /** @param number from 1 */
    public record Frame(int number, EventBody event) {}

    /** The result of {@link #next}. */
    public sealed interface Next {

        record Ready(Frame frame) implements Next {}

        record Quiet() implements Next {}

        record Over() implements Next {}
    }

    private final String id;
    private final List<Frame> frames = new ArrayList<>();
    private boolean finished;

    LiveAnswer(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    synchronized void add(EventBody event) {
        frames.add(new Frame(frames.size() + 1, event));
        notifyAll();
    }

    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    synchronized boolean isFinished() {
        return finished;
    }

    /** The frame after that number; waits for it at most this long. */
    public synchronized Next next(int after, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (frames.size() <= after && !finished) {
            long leftMillis = (deadline - System.nanoTime()) / NANOS_IN_MILLI;
            if (leftMillis <= 0) {
                return new Next.Quiet();
            }
            wait(leftMillis);
        }
        return frames.size() > after ? new Next.Ready(frames.get(after)) : new Next.Over();
    }

    /** Waits for the end; the last frame holds the answer or the problem. */
    public synchronized Frame last() throws InterruptedException {
        while (!finished) {
            wait();
        }
        return frames.getLast();
    }
}
