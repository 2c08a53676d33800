package ibid.index.update;

import ibid.library.CorpusFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work on files on all cores, as many at once as memory has room for. What one of them trips up on does not stop the others; a full disk does. */
final class WorkerPool {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long OF_A_BYTE = 8; // bytes of memory: what a PDF of some megabytes takes while it is read

    private final int room = (int) Math.max(1, Runtime.getRuntime().maxMemory() / 2 >> 20); // megabytes
    private final Semaphore free = new Semaphore(room, true);

    /** What is done with one file. */
    interface Work<T> {

        /** On any thread. */
        T on(CorpusFile file);

        /** What stands for the result where the work failed. */
        T failed(CorpusFile file, Throwable why);

        /** On the caller's thread, in the order of the files. */
        void done(CorpusFile file, T result) throws IOException;
    }

    private record Running<T>(CorpusFile file, Future<T> result) {}

    <T> void each(List<CorpusFile> files, Work<T> work) throws IOException {
        Deque<Running<T>> running = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(CORES)) {
            try {
                for (CorpusFile file : files) {
                    running.add(new Running<>(file, workers.submit(() -> within(file, work))));
                    if (running.size() > 4 * CORES)
                        finish(running.remove(), work); // no more in memory than keeps the cores busy
                }
                while (!running.isEmpty()) finish(running.remove(), work);
            } finally {
                running.forEach(one -> one.result().cancel(false));
            }
        }
    }

    private <T> T within(CorpusFile file, Work<T> work) throws InterruptedException {
        int takes = (int) Math.min(room, OF_A_BYTE * file.size() >> 20);
        free.acquire(takes);
        try {
            return work.on(file);
        } finally {
            free.release(takes);
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
            if (failed.getCause() instanceof UncheckedIOException disk) throw disk;
            LOG.error("reading {} failed", running.file().name(), failed.getCause());
            return work.failed(running.file(), failed.getCause());
        }
    }
}
