package ibid.serve.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Closes connections that hold the server up: headers or a body that arrive too slowly, a reader that takes a response
 * too slowly, and, where too many are open, those that have been idle longest. Looks every second. Jetty's idle timeout
 * does not help there: a byte now and then is enough for it. Threads may share it.
 */
public final class ConnectionWatch implements Connection.Listener, AutoCloseable {

    /** A thousand readers with a few connections each; the rest of the process needs some hundred files. */
    public static final int MAX_OPEN = 4000;

    /** From the first byte of a request to the end of its headers, 16 KB at most. */
    public static final Duration MAX_HEADER_TIME = Duration.ofSeconds(10);

    /** In bytes a second, on average since the body or the response began to wait. The slowest modems had 1,200. */
    public static final int MIN_RATE = 500;

    /** Before the rate counts: a phone loses its network for some seconds. */
    public static final Duration GRACE = Duration.ofSeconds(20);

    private static final int MIN_OPEN = 16;
    private static final int OTHER_FILES = 200; // 155 are open while nobody is connected; merging an index takes more
    private static final double NANOS_PER_SECOND = 1e9;

    private final int maxOpen;
    private final LongSupplier nanos;
    private final Map<Connection, Wait> waits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("connections").factory());

    /** What a connection waits for. */
    enum Phase {
        IDLE,
        HEADERS,
        BODY,
        RESPONSE,
        WORK
    }

    /**
     * @param since when the phase began
     * @param bytes how many the connection had moved then
     */
    record Wait(Phase phase, long since, long bytes) {

        Wait next(Phase now, long time, long moved) {
            return now == phase ? this : new Wait(now, time, moved);
        }

        /** Whether it must be closed. */
        boolean isTooSlow(long time, long moved) {
            long elapsed = time - since;
            return switch (phase) {
                case IDLE, WORK -> false;
                case HEADERS -> elapsed > MAX_HEADER_TIME.toNanos();
                case BODY, RESPONSE ->
                    elapsed > GRACE.toNanos() && (moved - bytes) < MIN_RATE * (elapsed / NANOS_PER_SECOND);
            };
        }
    }

    public ConnectionWatch() {
        this(maxOpen(maxFiles()), System::nanoTime);
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    ConnectionWatch(int maxOpen, LongSupplier nanos) {
        this.maxOpen = maxOpen;
        this.nanos = nanos;
    }

    private static long maxFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** How many connections leave the rest of the process its files, of so many that it may have open. */
    static int maxOpen(long maxFiles) {
        return Math.clamp(maxFiles - OTHER_FILES, MIN_OPEN, MAX_OPEN);
    }

    @Override
    public void onOpened(Connection connection) {
        waits.put(connection, new Wait(Phase.IDLE, nanos.getAsLong(), 0));
    }

    @Override
    public void onClosed(Connection connection) {
        waits.remove(connection);
    }

    int open() {
        return waits.size();
    }

    /** Closes what is too slow, then what is too much. */
    void look() {
        long now = nanos.getAsLong();
        for (Connection connection : List.copyOf(waits.keySet())) {
            look(connection, now);
        }
        closeLongestIdle(waits.size() - maxOpen);
    }

    private void look(Connection connection, long now) {
        long moved = connection.getBytesIn() + connection.getBytesOut();
        Phase phase = phase(connection);
        Wait wait = waits.computeIfPresent(connection, (key, last) -> last.next(phase, now, moved));
        if (wait != null && wait.isTooSlow(now, moved)) {
            close(connection);
        }
    }

    private static Phase phase(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        if (endPoint instanceof AbstractEndPoint some && some.getWriteFlusher().isPending()) {
            return Phase.RESPONSE;
        }
        if (!(connection instanceof HttpConnection http)) {
            return Phase.WORK;
        }
        HttpParser parser = http.getParser();
        if (parser.isIdle()) {
            return Phase.IDLE;
        }
        if (parser.inHeaderState()) {
            return Phase.HEADERS;
        }
        boolean isAnswered = http.getGenerator().isEnd(); // then the rest is read away within a limit of its own
        return parser.inContentState() && endPoint.isFillInterested() && !isAnswered ? Phase.BODY : Phase.WORK;
    }

    private void closeLongestIdle(int tooMany) {
        if (tooMany <= 0) {
            return;
        }
        waits.entrySet().stream()
                .filter(entry -> isIdle(entry.getValue().phase()))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().since()))
                .limit(tooMany)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::close);
    }

    private static boolean isIdle(Phase phase) {
        return phase == Phase.IDLE || phase == Phase.HEADERS;
    }

    private void close(Connection connection) {
        waits.remove(connection);
        connection.getEndPoint().close();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
