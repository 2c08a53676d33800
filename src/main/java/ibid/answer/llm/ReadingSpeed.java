package ibid.answer.llm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How fast a language model reads passages, measured at each reply from the call to its first words. From it follows
 * how many tokens of passages it may be given so that it begins within {@link #MAX_WAIT}. Threads may share it.
 */
final class ReadingSpeed {

    /** Ten seconds is the limit for keeping a reader's attention (Nielsen, "Usability Engineering", 1993). */
    static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private static final int KEPT = 5; // the median: one reply may have waited for another, or was in a cache
    private static final int MIN_TOKENS = 50; // of fewer the time is that of the call
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoClock;
    private final Deque<Double> tokensPerSecond = new ArrayDeque<>();

    ReadingSpeed(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** The listener, which measures the time from now to its first piece. */
    Predicate<String> timed(int passageTokens, Predicate<String> listener) {
        long start = nanoClock.getAsLong();
        AtomicBoolean began = new AtomicBoolean();
        return piece -> {
            if (!began.getAndSet(true)) {
                add(passageTokens, nanoClock.getAsLong() - start);
            }
            return listener.test(piece);
        };
    }

    private synchronized void add(int tokens, long nanos) {
        if (tokens < MIN_TOKENS || nanos <= 0) {
            return;
        }
        tokensPerSecond.addLast(tokens * NANOS_PER_SECOND / nanos);
        if (tokensPerSecond.size() > KEPT) {
            tokensPerSecond.removeFirst();
        }
    }

    /** The median of the last replies, the lower of two; empty before the first. */
    synchronized Optional<Double> tokensPerSecond() {
        List<Double> sorted = new ArrayList<>(tokensPerSecond);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    /** The tokens of passages that are read in time; without limit before the first reply. */
    int maxTokens() {
        return tokensPerSecond()
                .map(speed -> (int) Math.min(Integer.MAX_VALUE, speed * MAX_WAIT.toSeconds()))
                .orElse(Integer.MAX_VALUE);
    }
}
