package ibid.model.onnx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets native calls run side by side, one a core, until it is closed, because a call on a freed model ends the process.
 * Closing waits for the calls that run; later ones are refused, and so are those of a thread that was interrupted.
 * Threads may share it.
 */
final class NativeGate {

    /** More at once end no sooner, and every other thread would wait longer for its turn on a core. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Semaphore cores = new Semaphore(AT_ONCE, true);
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** A call that must not run while its model is freed. */
    interface Call<T, E extends Exception> {

        T run() throws E;
    }

    /** Frees a model. */
    interface Closing<E extends Exception> {

        void run() throws E;
    }

    /** @throws CancellationException if the gate is closed or this thread was interrupted */
    <T, E extends Exception> T pass(Call<T, E> call) throws E {
        cores.acquireUninterruptibly(); // for some milliseconds
        try {
            return passOne(call);
        } finally {
            cores.release();
        }
    }

    private <T, E extends Exception> T passOne(Call<T, E> call) throws E {
        lock.readLock().lock();
        try {
            if (closed || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped before a model was called");
            }
            return call.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs once all calls have ended; only the first time. */
    <E extends Exception> void close(Closing<E> closing) throws E {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closing.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
