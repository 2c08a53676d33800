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
public record AnsweredQuestion(
        String query, Answer answer, Ranking ranking, Map<AnswerEvent.Stage, Long> millis, WriterCredit authorship) {

    public AnsweredQuestion {
        millis = Map.copyOf(millis);
    }

    /** Takes the time of each stage and tells the watcher. */
    public static final class Clock {

        private final AnswerEvent.Watcher watcher;
        private final Map<AnswerEvent.Stage, Long> nanos = new EnumMap<>(AnswerEvent.Stage.class);

        Clock(AnswerEvent.Watcher watcher) {
            this.watcher = watcher;
        }

        public <T> T time(AnswerEvent.Stage stage, java.util.function.Supplier<T> step) {
            watcher.on(new AnswerEvent.Started(stage));
            T result = within(stage, step);
            watcher.on(new AnswerEvent.Done(stage, millis().get(stage)));
            return result;
        }

        /** Adds to a stage's time without saying so: checks between the sentences that a model writes. */
        public <T> T within(AnswerEvent.Stage stage, java.util.function.Supplier<T> step) {
            long start = System.nanoTime();
            T result = step.get();
            nanos.merge(stage, System.nanoTime() - start, Long::sum);
            return result;
        }

        Map<AnswerEvent.Stage, Long> millis() {
            Map<AnswerEvent.Stage, Long> millis = new EnumMap<>(AnswerEvent.Stage.class);
            nanos.forEach((stage, time) -> millis.put(stage, Math.round(time / 1e6)));
            return millis;
        }
    }
}
