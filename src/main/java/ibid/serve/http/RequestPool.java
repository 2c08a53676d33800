package ibid.serve.http;

import ibid.IbidException;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A bounded number of platform threads with a bounded queue, for work that calls models or a database. Such native
 * calls hold the carrier of a virtual thread, and there are only as many carriers as cores, so on the server's own
 * threads they would delay every other request. Full means refused, and so does a wait that would be too long. Threads
 * may share it.
 */
public final class RequestPool implements AutoCloseable {

    /** The part of its wait that work has even if what was done for it before, such as storing, took all of it. */
    private static final int SHARE_AFTER_DELAY = 3;

    private final String work;
    private final Duration limit;
    private final Duration patience;
    private final WaitEstimate wait;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor clock;

    /**
     * @param work    what the requests do, in the plural: "searches"
     * @param threads how many are done at once
     * @param waiting how many more wait
     * @param limit   for one request, with its wait
     */
    public RequestPool(String work, int threads, int waiting, Duration limit) {
        this(work, threads, waiting, limit, limit);
    }

    /** @param patience how long submitted work may wait until it begins; as long as work takes, where that is longer */
    public RequestPool(String work, int threads, int waiting, Duration limit, Duration patience) {
        this.work = work;
        this.limit = limit;
        this.patience = patience;
        this.wait = new WaitEstimate(threads);
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name(work + "-", 1).factory());
        this.clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(work + "-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** A handler that runs on this pool once the body is here; the thread that calls it waits. */
    public Handler handler(Handler handler) {
        return context -> {
            context.bodyAsBytes(); // kept by the context: a client that sends slowly must not hold a thread of the pool
            call(() -> {
                handler.handle(context);
                return null;
            });
        };
    }

    /** Work with a result that may throw E. */
    public interface Work<T, E extends Exception> {

        T result() throws E;
    }

    /**
     * Runs work and waits for it.
     *
     * @throws IbidException BUSY if there is no place or no memory, or if it takes too long, and then it is interrupted
     * @throws E             what the work throws
     */
    @SuppressWarnings("unchecked") // work throws unchecked exceptions and E
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        Future<T> future = submitted(() -> threads.submit(() -> measured(work)));
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw (E) cause;
            }
            if (failed.getCause() instanceof OutOfMemoryError full) {
                throw new IbidException(IbidException.Code.BUSY, Problems.MEMORY, full);
            }
            throw new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "not done within " + limit.toSeconds() + " seconds; ask for less, or again when less is going on",
                    late);
        } catch (CancellationException closed) {
            throw new IbidException(IbidException.Code.BUSY, "the server is stopping", closed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "the server is stopping", stopping);
        } finally {
            future.cancel(true); // does nothing to work that is done
        }
    }

    private <T, E extends Exception> T measured(Work<T, E> work) throws E {
        long begun = System.nanoTime();
        try {
            return work.result();
        } finally {
            wait.took(System.nanoTime() - begun);
        }
    }

    /**
     * Runs work without waiting for it.
     *
     * @param since when its wait began, by {@link System#nanoTime}: what was done for it before counts too, but
     *     for a third of the wait
     * @param refused is run instead if the work has waited too long, at that moment; what it left is cleared by
     *     {@code task}, which is run in its turn all the same
     * @param late is run if the work is not done in time, before it is interrupted
     * @return cancel it to have the work interrupted, or not begun
     * @throws IbidException BUSY if there is no place, or if it would wait too long
     */
    public Future<?> submit(long since, Runnable task, Runnable refused, Runnable late) {
        requireShortWait();
        long most = wait.tolerable(patience).toNanos();
        long left = Math.max(most - (System.nanoTime() - since), most / SHARE_AFTER_DELAY);
        TimedTask timed = new TimedTask(task, refused);
        return submitted(() -> {
            Future<?> running = threads.submit(timed);
            Runnable stop = () -> {
                late.run();
                running.cancel(true);
            };
            clock.schedule(timed::refuse, left, TimeUnit.NANOSECONDS);
            timed.endsWith(clock.schedule(stop, limit.toMillis(), TimeUnit.MILLISECONDS));
            return running;
        });
    }

    /** Work that is refused if it does not begin in time, and stops its clock when it is done. */
    private final class TimedTask implements Runnable {

        private final Runnable task;
        private final Runnable refused;
        private volatile ScheduledFuture<?> end;
        private boolean hasBegun;
        private boolean isRefused;
        private volatile boolean isDone;

        private TimedTask(Runnable task, Runnable refused) {
            this.task = task;
            this.refused = refused;
        }

        void endsWith(ScheduledFuture<?> clock) {
            end = clock;
            if (isDone) {
                clock.cancel(false);
            }
        }

        synchronized void refuse() {
            if (!hasBegun) {
                isRefused = true;
                refused.run();
            }
        }

        /** Whether it was refused before; from now on it no longer can be. */
        private synchronized boolean begin() {
            hasBegun = true;
            return isRefused;
        }

        @Override
        public void run() {
            try {
                if (begin()) {
                    task.run(); // takes no time, so it says nothing about how long others wait
                } else {
                    measured(() -> {
                        task.run();
                        return null;
                    });
                }
            } finally {
                isDone = true;
                if (end != null) {
                    end.cancel(false);
                }
            }
        }
    }

    private interface Submission<T> {

        Future<T> submit();
    }

    private <T> Future<T> submitted(Submission<T> submission) {
        try {
            return submission.submit();
        } catch (RejectedExecutionException full) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    threads.isShutdown() ? "the server is stopping" : underWay(places()),
                    full);
        }
    }

    /** What to say to whom has waited, or would wait, too long. */
    public String tooMany() {
        return underWay(running() + waiting());
    }

    private String underWay(int count) {
        return count + " " + work + " are under way; ask again in a moment";
    }

    /** How many can be under way, those that wait included. */
    public int places() {
        return threads.getMaximumPoolSize()
                + threads.getQueue().size()
                + threads.getQueue().remainingCapacity();
    }

    public int running() {
        return threads.getActiveCount();
    }

    public int waiting() {
        return threads.getQueue().size();
    }

    /** Whether submitted work would be taken now. */
    public boolean hasPlace() {
        return threads.getQueue().remainingCapacity() > 0 && !isWaitTooLong();
    }

    /** @throws IbidException BUSY if submitted work would wait too long */
    public void requireShortWait() {
        if (isWaitTooLong()) {
            throw new IbidException(IbidException.Code.BUSY, tooMany());
        }
    }

    private boolean isWaitTooLong() {
        return wait.behind(running() + waiting()).compareTo(wait.tolerable(patience)) > 0;
    }

    public Duration limit() {
        return limit;
    }

    /** Takes no more work and waits for what is under way; false if it took longer. */
    public boolean finish(Duration patience) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what is under way. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(RequestPool::cancel);
        clock.shutdownNow();
    }

    private static void cancel(Runnable waiting) {
        if (waiting instanceof Future<?> future) {
            future.cancel(false);
        }
    }
}
