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
 * threads they would delay every other request. Full means refused. Threads may share it.
 */
public final class RequestPool implements AutoCloseable {

    private final String work;
    private final Duration limit;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor clock;

    /**
     * @param work    what the requests do, in the plural: "searches"
     * @param threads how many are done at once
     * @param waiting how many more wait
     * @param limit   for one request, with its wait
     */
    public RequestPool(String work, int threads, int waiting, Duration limit) {
        this.work = work;
        this.limit = limit;
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
        Future<T> future = submitted(() -> threads.submit(work::result));
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

    /**
     * Runs work without waiting for it.
     *
     * @param late is run if the work is not done in time, before it is interrupted
     * @return cancel it to have the work interrupted, or not begun
     * @throws IbidException BUSY if there is no place
     */
    public Future<?> submit(Runnable task, Runnable late) {
        TimedTask timed = new TimedTask(task);
        return submitted(() -> {
            Future<?> running = threads.submit(timed);
            Runnable stop = () -> {
                late.run();
                running.cancel(true);
            };
            timed.endsWith(clock.schedule(stop, limit.toMillis(), TimeUnit.MILLISECONDS));
            return running;
        });
    }

    /** Work that stops its clock when it is done, whichever of both comes first. */
    private static final class TimedTask implements Runnable {

        private final Runnable task;
        private volatile ScheduledFuture<?> end;
        private volatile boolean isDone;

        private TimedTask(Runnable task) {
            this.task = task;
        }

        void endsWith(ScheduledFuture<?> clock) {
            end = clock;
            if (isDone) {
                clock.cancel(false);
            }
        }

        @Override
        public void run() {
            try {
                task.run();
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
                    threads.isShutdown()
                            ? "the server is stopping"
                            : places() + " " + work + " are under way; ask again in a moment",
                    full);
        }
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

    public boolean hasPlace() {
        return threads.getQueue().remainingCapacity() > 0;
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
