package ibid.index;

import ibid.IbidException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps the index in step with the corpus folder while Ibid runs: looks every few seconds and when asked, works only when something changed. Threads may share it. */
public final class IndexWatch implements AutoCloseable {

    /**
     * @param pace    of the run under way, all zero while none is
     * @param looked  when the last look that succeeded began, RFC 3339, or empty; the index is the folder as it was then, unless a run is under way
     * @param problem why the last look failed, or empty
     */
    public record Status(boolean updating, Pace pace, String looked, String problem) {}

    private static final Pace NONE = new Pace(0, 0, "", 0);

    private final IndexUpdate update;
    private final Duration pause;
    private final LongSupplier nanos;
    private final Thread thread;
    private final BlockingQueue<CompletableFuture<Boolean>> asked = new LinkedBlockingQueue<>();
    private volatile Status status = new Status(false, NONE, "", "");

    public IndexWatch(IndexUpdate update, Duration pause) {
        this(update, pause, System::nanoTime);
    }

    IndexWatch(IndexUpdate update, Duration pause, LongSupplier nanos) {
        this.update = update;
        this.pause = pause;
        this.nanos = nanos;
        this.thread = Thread.ofPlatform().name("index-watch").daemon().unstarted(this::watch);
    }

    public Status status() {
        return status;
    }

    /** Brings the index up to date now, on this thread. For before the watch is started. */
    public Update run(boolean rebuild, Progress progress) {
        status = new Status(true, NONE, status.looked(), "");
        try {
            return look(rebuild, progress);
        } finally {
            if (status.updating()) status = new Status(false, NONE, status.looked(), "the last update broke off");
        }
    }

    private Update look(boolean rebuild, Progress progress) {
        long began = nanos.getAsLong();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Update done = update.run(rebuild, (at, total, file) -> {
            status = new Status(true, new Pace(at, total, file, nanos.getAsLong() - began), status.looked(), "");
            progress.at(at, total, file);
        });
        status = new Status(false, NONE, now, "");
        return done;
    }

    /** Starts looking. */
    public void start() {
        thread.start();
    }

    /** Asks for a look that begins from now on. @return whether the index is in step with the folder as it was at the call; false if that takes longer or fails */
    public boolean catchUp(Duration patience) {
        CompletableFuture<Boolean> caughtUp = new CompletableFuture<>();
        asked.add(caughtUp);
        return caughtUp.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private void watch() {
        while (true) {
            List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
            boolean inStep = false;
            try {
                CompletableFuture<Boolean> first = asked.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) waiting.add(first);
                asked.drainTo(waiting);
                look(false, (done, total, file) -> { });
                inStep = true;
            } catch (InterruptedException closed) {
                return;
            } catch (IbidException | UncheckedIOException failed) {
                status = new Status(false, NONE, status.looked(), failed.getMessage());   // shown by GET /index; the generation before goes on answering
            } finally {
                for (CompletableFuture<Boolean> one : waiting) one.complete(inStep);
            }
        }
    }

    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) return;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
