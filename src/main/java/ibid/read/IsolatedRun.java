package ibid.read;

import ibid.IbidException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Isolates the reading of one file: runs it on a separate thread with a time limit. If a library fails with an
 * unexpected exception, only this file is skipped.
 */
final class IsolatedRun {

    private static final Logger LOG = LoggerFactory.getLogger(IsolatedRun.class);
    private static final Duration MAX_TIME = Duration.ofSeconds(60); // for a hostile file; a normal one takes a second

    private IsolatedRun() {}

    /** @throws IbidException INVALID if the file is the cause, BUSY if the load may be */
    static <T> T run(String file, Supplier<T> reading) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().daemon().name("reading").start(() -> {
            try {
                result.set(reading.get());
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        if (!hasEnded(reader)) {
            throw timeout(reader);
        }
        if (failure.get() != null) {
            throw explain(file, failure.get());
        }
        return result.get();
    }

    private static boolean hasEnded(Thread reader) {
        try {
            return reader.join(MAX_TIME);
        } catch (InterruptedException stopped) {
            reader.interrupt();
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "Ibid was stopped while it was read", stopped);
        }
    }

    private static IbidException timeout(Thread reader) {
        reader.interrupt();
        return new IbidException(IbidException.Code.BUSY, "not read within " + MAX_TIME.toSeconds() + " seconds");
    }

    private static IbidException explain(String file, Throwable failure) {
        return switch (failure) {
            case IbidException stated -> stated;
            case StackOverflowError deep ->
                new IbidException(IbidException.Code.INVALID, "its parts are nested too deep", deep);
            case OutOfMemoryError large -> // other work at the same time may be the cause
                new IbidException(IbidException.Code.BUSY, "it takes more memory than Ibid has; split it", large);
            default -> {
                LOG.warn("reading {} failed", file, failure);
                yield new IbidException(IbidException.Code.INVALID, "the file is broken: " + failure, failure);
            }
        };
    }
}
