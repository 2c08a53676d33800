package ibid.serve.route;

import ibid.api.AnswerBody;
import ibid.api.EventBody;
import ibid.api.ProblemBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The events of one answer, kept from the first one, so that a reader who reconnects misses none. It ends once, with
 * the answer or with a problem; what comes later is dropped. Thread-safe for one writer and any number of readers.
 */
public final class LiveAnswer {

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
    private final ReentrantLock lock = new ReentrantLock(); // a monitor would hold the carriers of JDK 21
    private final Condition news = lock.newCondition();
    private int forgotten; // frames that are not kept any more
    private volatile boolean finished; // read without the lock, which is held while the log is written
    private Runnable stopWork = () -> {};
    private Runnable afterEnd = () -> {};

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

    /** One that is complete, from the log. */
    static LiveAnswer of(AnswerBody answer) {
        LiveAnswer complete = new LiveAnswer(answer.id(), answer.asked().conversationId());
        complete.end(new EventBody.Completed(answer));
        return complete;
    }

    /** Why it ended without an answer; empty if it did not. */
    Optional<ProblemBody> problem() {
        lock.lock();
        try {
            return finished && frames.getLast().event() instanceof EventBody.Failed(ProblemBody problem)
                    ? Optional.of(problem)
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    boolean hasFailed() {
        return problem().isPresent();
    }

    void add(EventBody event) {
        addMade(() -> event, false);
    }

    /** Ends it. False if it has ended already. */
    boolean end(EventBody last) {
        return endMade(() -> last);
    }

    /**
     * Makes an event, unless this has ended, and adds it. Nobody can stop the answer meanwhile, so an event that writes
     * to the log is written either before or not at all.
     */
    boolean addMade(Supplier<EventBody> event) {
        return addMade(event, false);
    }

    /** The same with the last event. */
    boolean endMade(Supplier<EventBody> last) {
        return addMade(last, true);
    }

    private boolean addMade(Supplier<EventBody> event, boolean last) {
        lock.lock();
        try {
            if (finished) {
                return false;
            }
            frames.add(new Frame(count() + 1, event.get()));
            finished = last;
            news.signalAll();
            if (last) {
                afterEnd.run();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What is run when it ends. Set it before anybody can end it; it must not wait. */
    void onEnd(Runnable action) {
        afterEnd = action;
    }

    /** What stops the work on it; run at once if it has ended. */
    void onStop(Runnable stop) {
        lock.lock();
        try {
            stopWork = stop;
            if (finished) {
                stop.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends it with a problem and stops the work. False if it has ended already. */
    boolean stop(EventBody.Failed problem) {
        lock.lock();
        try {
            boolean stopped = end(problem);
            if (stopped) {
                stopWork.run();
            }
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all events, ends with this one, even if it has ended already, and stops the work. */
    void cancel(EventBody last) {
        lock.lock();
        try {
            forgotten = count();
            frames.clear();
            finished = false;
            end(last);
            stopWork.run();
        } finally {
            lock.unlock();
        }
    }

    private int count() {
        return forgotten + frames.size();
    }

    boolean isFinished() {
        return finished;
    }

    /** The frame after that number; waits for it at most this long. */
    public Next next(int after, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (count() <= after && !finished) {
                if (left <= 0) {
                    return new Next.Quiet();
                }
                left = news.awaitNanos(left);
            }
            int known = Math.max(after - forgotten, 0);
            return frames.size() > known ? new Next.Ready(frames.get(known)) : new Next.Over();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end; the last frame holds the answer or the problem. */
    public Frame last() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!finished) {
                news.await();
            }
            return frames.getLast();
        } finally {
            lock.unlock();
        }
    }
}
