package ibid.index.update;

import ibid.IbidException;
import ibid.library.CorpusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes files on all cores, as many at once as fit in memory. A failure with one file does not stop the others; a
 * full disk does.
 */
final class WorkerPool {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int MAX_WAITING = 4 * CORES; // results not yet delivered; enough to keep the cores busy
    private static final long MEMORY_PER_BYTE = 8; // memory for each byte of a PDF of some megabytes

    private final int megabytes = (int) Math.max(1, Runtime.getRuntime().maxMemory() / 2 >> 20);
    private final Semaphore freeMegabytes = new Semaphore(megabytes, true);

    /** The work for one file. */
    interface Work<T> {

        /** Processes the file, on any thread. */
        T on(CorpusFile file);

        /** The result if the work failed. */
        T failed(CorpusFile file, Throwable cause);

        /** Takes the result, on the caller's thread, in the order of the files. */
        void done(CorpusFile file, T result) throws IOException;
    }

    private record Running<T>(CorpusFile file, Future<T> result) {}

    <T> void each(List<CorpusFile> files, Work<T> work) throws IOException {
        Deque<Running<T>> running = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(CORES)) {
            try {
                for (CorpusFile file : files) {
                    running.add(new Running<>(file, workers.submit(() -> withMemory(file, work))));
                    if (running.size() > MAX_WAITING) {
                        finish(running.remove(), work);
                    }
                }
                while (!running.isEmpty()) {
                    finish(running.remove(), work);
                }
            } finally {
                running.forEach(one -> one.result().cancel(false));
            }
        }
    }

    private <T> T withMemory(CorpusFile file, Work<T> work) throws InterruptedException {
        int needed = (int) Math.min(megabytes, MEMORY_PER_BYTE * file.size() >> 20);
        freeMegabytes.acquire(needed);
        try {
            return work.on(file);
        } finally {
            freeMegabytes.release(needed);
        }
    }

    private static <T> void finish(Running<T> running, Work<T> work) throws IOException {
        work.done(running.file(), await(running, work));
    }

    private static <T> T await(Running<T> running, Work<T> work) throws IOException {
        try {
            return running.result().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("indexing was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UncheckedIOException disk) {
                throw disk;
            }
            if (failed.getCause() instanceof CancellationException stopped) { // not the file's fault
                throw new IOException("indexing was stopped", stopped);
            }
            if (failed.getCause()
                    instanceof IbidException elsewhere) { // nor is this: a reader skips, it does not throw
                throw elsewhere;
            }
            LOG.error("reading {} failed", running.file().name(), failed.getCause());
            return work.failed(running.file(), failed.getCause());
        }
    }
}
