package ibid.index.update;

import ibid.IbidException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up to date with the corpus folder while Ibid runs. Checks every few seconds and on request, and
 * updates only if something changed. Threads may share it.
 */
public final class IndexWatcher implements AutoCloseable {

    /**
     * @param pace    of the running update, all zero if none is running
     * @param looked  start of the last successful update, RFC 3339, or empty; unless an update is running, the index
     *     matches the folder as of then
     * @param problem why the last update failed, or empty
     */
    public record Status(boolean updating, UpdateProgress pace, String looked, String problem) {}

    private static final Logger LOG = LoggerFactory.getLogger(IndexWatcher.class);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);
    private static final Duration MAX_BEHIND = Duration.ofSeconds(5); // between looks for what another process writes
    private static final UpdateProgress NO_PROGRESS =
            new UpdateProgress(UpdateProgress.Phase.LOOKING_THROUGH, 0, 0, "", 0);

    private final IndexUpdate update;
    private final Duration pause;
    private final LongSupplier nanos;
    private final Thread thread;
    private final BlockingQueue<CompletableFuture<Boolean>> requests = new LinkedBlockingQueue<>();
    private volatile boolean isClosed;
    private volatile Status status = new Status(false, NO_PROGRESS, "", "");

    public IndexWatcher(IndexUpdate update, Duration pause) {
        this(update, pause, System::nanoTime);
    }

    IndexWatcher(IndexUpdate update, Duration pause, LongSupplier nanos) {
        this.update = update;
        this.pause = pause;
        this.nanos = nanos;
        this.thread = Thread.ofPlatform().name("index-watch").daemon().unstarted(this::watchCorpus);
    }

    public Status status() {
        return status;
    }

    /** Updates the index now, on this thread. For use before the watcher is started. */
    public UpdateSummary run(boolean rebuild, ProgressListener progress) {
        status = new Status(true, NO_PROGRESS, status.looked(), "");
        try {
            return update(rebuild, progress);
        } finally {
            if (status.updating()) {
                status = new Status(false, NO_PROGRESS, status.looked(), "the last update broke off");
            }
        }
    }

    private UpdateSummary update(boolean rebuild, ProgressListener progress) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        UpdateSummary done = update.run(rebuild, new StatusUpdates(progress));
        String awaited = update.awaited().orElse("");
        status = new Status(false, NO_PROGRESS, awaited.isEmpty() ? now : status.looked(), awaited);
        return done;
    }

    /**
     * Updates the status. Each phase is timed separately, because the time for scanning a file says little about the
     * time for reading it.
     */
    private final class StatusUpdates implements ProgressListener {

        private final ProgressListener progress;
        private UpdateProgress.Phase phase = UpdateProgress.Phase.LOOKING_THROUGH;
        private long began = nanos.getAsLong();
        private long ended = began;

        StatusUpdates(ProgressListener progress) {
            this.progress = progress;
        }

        @Override
        public void at(int done, int total, String file) {
            show(UpdateProgress.Phase.READING, done, total, file);
            progress.at(done, total, file);
        }

        @Override
        public void lookingThrough(int done, int total, String file) {
            show(UpdateProgress.Phase.LOOKING_THROUGH, done, total, file);
            progress.lookingThrough(done, total, file);
        }

        private void show(UpdateProgress.Phase now, int done, int total, String file) {
            if (now != phase) {
                began = ended;
            }
            phase = now;
            ended = nanos.getAsLong();
            status = new Status(true, new UpdateProgress(phase, done, total, file, ended - began), status.looked(), "");
        }
    }

    /** Whether answers cannot cite a file that was removed before Ibid was started. */
    public boolean isSettled() {
        return update.isSettled();
    }

    /**
     * Takes the right to write the index until Ibid ends.
     *
     * @return false if another process has it
     * @throws IbidException INVALID if there is no folder to write it from
     */
    public boolean keepWriting() {
        return update.right().orElseThrow(IndexUpdate::noFolder).keep();
    }

    /** The process that writes the index in place of this one, for people. */
    public String writer() {
        return update.right().map(WriteRight::holder).orElse("");
    }

    /** Removals that are held back because most of the collection is gone at once. */
    public Optional<HeldRemovals> heldRemovals() {
        return update.removals().flatMap(RemovalGuard::held);
    }

    /** Lets what is held back now be removed. @return whether it was removed within that time */
    public boolean acceptRemovals(Duration patience) {
        update.removals().ifPresent(RemovalGuard::accept);
        return catchUp(patience);
    }

    /** Lets the next update remove whatever is gone. */
    public void acceptAllRemovals() {
        update.removals().ifPresent(RemovalGuard::acceptAll);
    }

    /** Starts watching. */
    public void start() {
        thread.start();
    }

    /**
     * Requests an update that starts after this call.
     *
     * @return whether the index matches the folder as of the call; false on timeout or failure
     */
    public boolean catchUp(Duration patience) {
        CompletableFuture<Boolean> caughtUp = new CompletableFuture<>();
        requests.add(caughtUp);
        return caughtUp.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Runs until Ibid ends. The status shows a failure, and the pause before the next try grows with each failure. */
    private void watchCorpus() {
        Duration pauseLeft = pause;
        try {
            while (!isClosed) {
                List<CompletableFuture<Boolean>> waiting = nextRequests(pauseLeft);
                boolean inStep = tryUpdate();
                Duration longest = update.awaited().isPresent() ? MAX_BEHIND : MAX_PAUSE;
                pauseLeft = inStep ? pause : min(pauseLeft.multipliedBy(2), max(longest, pause));
                for (CompletableFuture<Boolean> request : waiting) {
                    request.complete(inStep);
                }
            }
        } catch (InterruptedException closed) {
            LOG.debug("the watcher was closed while it waited");
        }
        for (CompletableFuture<Boolean> request : requests) {
            request.complete(false);
        }
    }

    /** Waits for a request, at most this long; requests that arrived meanwhile are served together. */
    private List<CompletableFuture<Boolean>> nextRequests(Duration patience) throws InterruptedException {
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        CompletableFuture<Boolean> first = requests.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            waiting.add(first);
        }
        requests.drainTo(waiting);
        return waiting;
    }

    /** GET /index shows a failure; the generation before remains the current one. */
    private boolean tryUpdate() {
        try {
            update(false, (done, total, file) -> {});
            return update.awaited().isEmpty();
        } catch (Throwable failure) {
            status = new Status(false, NO_PROGRESS, status.looked(), isClosed ? "closed" : reason(failure));
            return false;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String reason(Throwable failure) {
        if (failure instanceof IbidException || failure instanceof UncheckedIOException) {
            return failure.getMessage();
        }
        LOG.error("looking through the articles failed", failure);
        return "a fault in Ibid, written to its log: " + failure;
    }

    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        isClosed = true; // Lucene and SQLite may swallow the interrupt
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
