package ibid.serve.limit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts requests in windows of a minute, each beginning with a reader's first request. Threads may share it.
 */
public final class RequestQuota {

    public static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int MAX_NAMES = 10_000; // some MB; who was not seen for longest is forgotten
    private static final String ALL = "";

    private final ReaderLimits limits;
    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MAX_NAMES;
        }
    };

    private static final class Window {

        private final long start;
        private int used;

        private Window(long start) {
            this.start = start;
        }
    }

    /**
     * What is left.
     *
     * @param policy whose limit it is: {@code reader} or {@code all}
     * @param left   requests that may still come; -1 if this one was too many
     * @param reset  until there are {@code most} again
     */
    public record Left(String policy, int most, int left, Duration reset) {

        public boolean isRefused() {
            return left < 0;
        }
    }

    /** @param nanos a clock that never goes back */
    public RequestQuota(ReaderLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Whether requests of the reader are counted. */
    public boolean counts(Requester requester) {
        return limits.requests().holdsFor(requester) || limits.total().holdsFor(requester);
    }

    /**
     * Counts a request, unless it is refused, and gives what is left under the limit that is nearest. What one name is
     * refused does not count for the others.
     */
    public synchronized Left count(Requester requester) {
        long now = nanos.getAsLong();
        Left nearest = limits.total().holdsFor(requester)
                ? left("all", ALL, limits.total().most(), now)
                : new Left("all", Integer.MAX_VALUE, Integer.MAX_VALUE, WINDOW);
        if (limits.requests().holdsFor(requester)) {
            for (Requester.Counted counted : requester.counted()) {
                Left left = left("reader", counted.name(), limits.requests().most() * counted.share(), now);
                nearest = left.left() < nearest.left() ? left : nearest;
            }
        }
        if (!nearest.isRefused()) {
            requester.counted().forEach(counted -> window(counted.name(), now).used++);
            window(ALL, now).used++;
        }
        return nearest;
    }

    /** After this request. */
    private Left left(String policy, String name, int most, long now) {
        Window window = window(name, now);
        return new Left(policy, most, most - window.used - 1, Duration.ofNanos(window.start + WINDOW.toNanos() - now));
    }

    private Window window(String name, long now) {
        Window known = windows.get(name);
        if (known == null || now - known.start >= WINDOW.toNanos()) {
            known = new Window(now);
            windows.put(name, known);
        }
        return known;
    }
}
