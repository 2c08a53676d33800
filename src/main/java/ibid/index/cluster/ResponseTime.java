package ibid.index.cluster;

import java.time.Duration;

/**
 * How long requests usually take: as TCP decides when to send again, by the smoothed time and its variation (RFC 6298).
 * Threads may share it.
 */
final class ResponseTime {

    private static final double NEWEST_TIME = 1 / 8.0; // weights of the newest and the factor, from the RFC
    private static final double NEWEST_VARIATION = 1 / 4.0;
    private static final int VARIATIONS = 4;
    private static final double FIRST_NANOS = Duration.ofMillis(250).toNanos(); // before anything is known

    private final Duration least;
    private double time;
    private double variation = FIRST_NANOS / VARIATIONS;

    /** @param least what takes no longer is never slow */
    ResponseTime(Duration least) {
        this.least = least;
    }

    synchronized void took(Duration one) {
        variation += NEWEST_VARIATION * (Math.abs(time - one.toNanos()) - variation);
        time += NEWEST_TIME * (one.toNanos() - time);
    }

    /** What takes longer is slow. */
    synchronized Duration atMost() {
        Duration usual = Duration.ofNanos(Math.round(time + VARIATIONS * variation));
        return usual.compareTo(least) < 0 ? least : usual;
    }
}
