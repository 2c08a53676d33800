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
    private final String conversation;
    private final List<Frame> frames = new ArrayList<>();
    private int forgotten; // frames that are not kept any more
    private boolean finished;

    LiveAnswer(String id, String conversation) {
        this.id = id;
        this.conversation = conversation;
    }

    public String id() {
        return id;
    }

    String conversation() {
        return conversation;
    }

    /** Adds an event; one that comes after the end is dropped. */
    synchronized void add(EventBody event) {
        if (!finished) {
            frames.add(new Frame(forgotten + frames.size() + 1, event));
            notifyAll();
        }
    }

    /** Forgets all events and ends with this one. */
    synchronized void cancel(EventBody last) {
        forgotten += frames.size();
        frames.clear();
        finished = false;
        add(last);
        finish();
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
        while (forgotten + frames.size() <= after && !finished) {
            long leftMillis = (deadline - System.nanoTime()) / NANOS_IN_MILLI;
            if (leftMillis <= 0) {
                return new Next.Quiet();
            }
            wait(leftMillis);
        }
        int known = Math.max(after - forgotten, 0);
        return frames.size() > known ? new Next.Ready(frames.get(known)) : new Next.Over();
    }

    /** Waits for the end; the last frame holds the answer or the problem. */
    public synchronized Frame last() throws InterruptedException {
        while (!finished) {
            wait();
        }
        return frames.getLast();
    }
}
