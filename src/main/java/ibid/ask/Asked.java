package ibid.ask;

import ibid.search.Ranking;
import java.util.EnumMap;
import java.util.Map;

/**
 * Everything answering a question gave.
 *
 * @param query  the stand-alone form that was searched
 * @param millis by stage
 */
public record Asked(String query, Answer answer, Ranking ranking, Map<Event.Stage, Long> millis, Authorship authorship) {

    public Asked {
        millis = Map.copyOf(millis);
    }

    /** Takes the time of each stage and tells the watcher. */
    static final class Clock {

        private final Event.Watcher watcher;
        private final Map<Event.Stage, Long> nanos = new EnumMap<>(Event.Stage.class);

        Clock(Event.Watcher watcher) {
            this.watcher = watcher;
        }

        <T> T time(Event.Stage stage, java.util.function.Supplier<T> step) {
            watcher.on(new Event.Started(stage));
            T result = within(stage, step);
            watcher.on(new Event.Done(stage, millis().get(stage)));
            return result;
        }

        /** Adds to a stage's time without saying so: checks between the sentences that a model writes. */
        <T> T within(Event.Stage stage, java.util.function.Supplier<T> step) {
            long start = System.nanoTime();
            T result = step.get();
            nanos.merge(stage, System.nanoTime() - start, Long::sum);
            return result;
        }

        Map<Event.Stage, Long> millis() {
            Map<Event.Stage, Long> millis = new EnumMap<>(Event.Stage.class);
            nanos.forEach((stage, time) -> millis.put(stage, Math.round(time / 1e6)));
            return millis;
        }
    }
}
