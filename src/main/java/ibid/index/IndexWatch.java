package ibid.index;

import ibid.IbidException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Keeps the index in step with the corpus folder while Ibid runs: looks every few seconds, works only when something changed. Threads may share it. */
public final class IndexWatch implements AutoCloseable {

    /**
     * @param total   files to look at in the run under way, 0 while none is
     * @param problem why the last look failed, or empty
     */
    public record Status(boolean updating, int done, int total, String problem) {}

    private static final Status IDLE = new Status(false, 0, 0, "");

    private final IndexUpdate update;
    private final Duration pause;
    private final Thread thread;
    private volatile Status status = IDLE;

    public IndexWatch(IndexUpdate update, Duration pause) {
        this.update = update;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("index-watch").daemon().unstarted(this::watch);
    }

    public Status status() {
        return status;
    }

    /** Brings the index up to date now, on this thread. */
    public Update run(boolean rebuild, Progress progress) {
        status = new Status(true, 0, 0, "");
        try {
            Update done = update.run(rebuild, (at, total, what) -> {
                status = new Status(true, at, total, "");
                progress.at(at, total, what);
            });
            status = IDLE;
            return done;
        } finally {
            if (status.updating()) status = new Status(false, 0, 0, "the last update broke off");
        }
    }

    /** Starts looking. */
    public void start() {
        thread.start();
    }

    private void watch() {
        while (true) {
            try {
                Thread.sleep(pause);
                update.run(false, (at, total, what) -> status = new Status(true, at, total, ""));
                status = IDLE;
            } catch (InterruptedException closed) {
                return;
            } catch (IbidException | UncheckedIOException failed) {
                status = new Status(false, 0, 0, failed.getMessage());   // shown by GET /index; the generation before goes on answering
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
