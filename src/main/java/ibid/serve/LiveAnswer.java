package ibid.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of one answer, kept from the first, so that a reader who comes back misses none. Threads share it: one writes, any number read. */
final class LiveAnswer {

    /** @param number from 1 */
    record Frame(int number, String event, String data) {}

    private final String id;
    private final List<Frame> frames = new ArrayList<>();
    private boolean finished;

    LiveAnswer(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    synchronized void add(String event, String data) {
        frames.add(new Frame(frames.size() + 1, event, data));
        notifyAll();
    }

    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** What {@link #next} found. */
    sealed interface Next {

        record Ready(Frame frame) implements Next {}

        record Quiet() implements Next {}

        record Over() implements Next {}
    }

    /** The frame after that number; waits for it at most that long. */
    synchronized Next next(int after, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (frames.size() <= after && !finished) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) return new Next.Quiet();
            wait(left);
        }
        return frames.size() > after ? new Next.Ready(frames.get(after)) : new Next.Over();
    }

    /** Waits for the end; the last frame holds the answer or the problem. */
    synchronized Frame last() throws InterruptedException {
        while (!finished) wait();
        return frames.getLast();
    }

    synchronized Optional<Frame> lastIfFinished() {
        return finished ? Optional.of(frames.getLast()) : Optional.empty();
    }
}
