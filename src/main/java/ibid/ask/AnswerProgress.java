package ibid.ask;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Tracks the progress of one answer: measures its stages and passes its events to a listener. Not thread-safe. */
public final class AnswerProgress implements AnswerEvent.Watcher {

    private static final double NANOS_PER_MILLI = 1e6;

    private final AnswerEvent.Watcher watcher;
    private final Map<AnswerEvent.Stage, Long> nanos = new EnumMap<>(AnswerEvent.Stage.class);

    AnswerProgress(AnswerEvent.Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public void on(AnswerEvent event) {
        watcher.on(event);
    }

    /** Runs a stage and reports its start and end to the listener. */
    public <T> T time(AnswerEvent.Stage stage, Supplier<T> step) {
        watcher.on(new AnswerEvent.Started(stage));
        T result = timeSilently(stage, step);
        watcher.on(new AnswerEvent.Done(stage, millis(stage)));
        return result;
    }

    /** Adds to a stage's time without an event, for checks between the sentences that a model writes. */
    public <T> T timeSilently(AnswerEvent.Stage stage, Supplier<T> step) {
        checkStopped();
        long start = System.nanoTime();
        T result = step.get();
        nanos.merge(stage, System.nanoTime() - start, Long::sum);
        return result;
    }

    /** @throws CancellationException if the thread was interrupted, because nobody wants the answer any more */
    private static void checkStopped() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the answer was stopped");
        }
    }

    Map<AnswerEvent.Stage, Long> millis() {
        Map<AnswerEvent.Stage, Long> millis = new EnumMap<>(AnswerEvent.Stage.class);
        for (AnswerEvent.Stage stage : nanos.keySet()) {
            millis.put(stage, millis(stage));
        }
        return millis;
    }

    private long millis(AnswerEvent.Stage stage) {
        return Math.round(nanos.get(stage) / NANOS_PER_MILLI);
    }
}
