package ibid.index.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One request, sent to several nodes; those that are not needed any more are cut off when it is closed. */
final class NodeAttempts implements AutoCloseable {

    /** What came of one. */
    sealed interface NodeOutcome {

        /** The node answered, perhaps that it refuses. */
        record Answered(NodeReply reply) implements NodeOutcome {}

        /** The node cannot serve now, while another may. */
        record Failed(String reason) implements NodeOutcome {}
    }

    private final CompletionService<NodeOutcome> ends;
    private final List<Future<NodeOutcome>> begun = new ArrayList<>();

    NodeAttempts(Executor threads) {
        ends = new ExecutorCompletionService<>(threads);
    }

    void begin(Callable<NodeOutcome> attempt) {
        begun.add(ends.submit(attempt));
    }

    /** The next outcome of any of them; empty if there is none in this time. */
    Optional<NodeOutcome> next(Duration time) {
        try {
            Future<NodeOutcome> ended = ends.poll(time.toNanos(), TimeUnit.NANOSECONDS);
            return ended == null ? Optional.empty() : Optional.of(ended.get());
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    /** Waits for it: each attempt has its own limit. */
    NodeOutcome next() {
        try {
            return ends.take().get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static CancellationException stopped() {
        Thread.currentThread().interrupt();
        return new CancellationException("a request to the search cluster was stopped");
    }

    @Override
    public void close() {
        begun.forEach(attempt -> attempt.cancel(true));
    }
}
