package ibid.read;

import ibid.IbidException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
    private static final Duration MAX_WAIT = Duration.ofMinutes(10); // for a thread that does not work at all
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

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

    /** Waits until it has ended or used up its time on the processor: a busy machine gives it little of a minute. */
    private static boolean hasEnded(Thread reader) {
        long giveUp = System.nanoTime() + MAX_WAIT.toNanos();
        try {
            while (!reader.join(LOOK)) {
                long worked = PROCESSOR.getThreadCpuTime(reader.threadId());
                if (worked > ArticleReader.MAX_READING_TIME.toNanos() || System.nanoTime() - giveUp > 0) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException stopped) {
            reader.interrupt();
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "Ibid was stopped while it was read", stopped);
        }
    }

    private static IbidException timeout(Thread reader) {
        reader.interrupt();
        return new IbidException(
                IbidException.Code.BUSY,
                "not read within " + ArticleReader.MAX_READING_TIME.toSeconds() + " seconds of processor time");
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
                yield new IbidException(IbidException.Code.INVALID, "the file is broken: " + said(failure), failure);
            }
        };
    }

    /** What a library says of the file, without the name of the class that says so. */
    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
