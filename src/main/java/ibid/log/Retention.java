package ibid.log;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes conversations that were not used for a number of days: at once, and then every hour until it is closed. */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration PERIOD = Duration.ofHours(1); // a day is kept to the hour

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("retention").factory());

    /** @param days 0 keeps everything */
    public Retention(TurnLog log, int days) {
        if (days > 0) {
            clock.scheduleAtFixedRate(() -> delete(log, days), 0, PERIOD.toMinutes(), TimeUnit.MINUTES);
        }
    }

    private static void delete(TurnLog log, int days) {
        try {
            int deleted = log.deletion().unusedSince(Instant.now().minus(Duration.ofDays(days)));
            if (deleted > 0) {
                LOG.info("deleted {} conversations that were not used for {} days", deleted, days);
            }
        } catch (UncheckedIOException failed) {
            LOG.warn("conversations that were not used for {} days are not deleted yet", days, failed);
        }
    }

    /** Waits for a deletion that has begun. */
    @Override
    public void close() {
        clock.close();
    }
}
