package ibid.serve.http;

import java.time.Duration;

/** How long work would wait for one of some threads, by how long the latest took. Threads may share it. */
final class WaitEstimate {

    /** A first answer in a process that has just begun, on a core of its own. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final double SHARE_OF_LATEST = 0.2; // follows a server that warms up within some ten answers

    private final int threads;
    private double nanos = FIRST.toNanos();

    WaitEstimate(int threads) {
        this.threads = threads;
    }

    synchronized void took(long latest) {
        nanos += SHARE_OF_LATEST * (latest - nanos);
    }

    /** What nobody may mind: one who waits for an answer of three seconds also waits three for its turn. */
    synchronized Duration tolerable(Duration patience) {
        return nanos > patience.toNanos() ? Duration.ofNanos(Math.round(nanos)) : patience;
    }

    /** @param ahead how many are under way, those that wait included */
    synchronized Duration behind(int ahead) {
        int turns = Math.max(0, ahead - threads + 1); // of those ahead that must end before
        return Duration.ofNanos(Math.round(turns * nanos / threads));
    }
}
