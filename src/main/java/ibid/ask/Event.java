package ibid.ask;

import java.util.List;

/** What happens while a question is answered, in order, for whoever watches. */
public sealed interface Event {

    enum Stage { REWRITE, RETRIEVE, WRITE, VERIFY }

    record Started(Stage stage) implements Event {}

    record Done(Stage stage, long millis) implements Event {}

    /** @param query the stand-alone form that was searched */
    record Found(String query, List<Nearest> passages) implements Event {}

    /** A checked sentence with the footnotes it uses; it will not be taken back. */
    record Shown(Sentence sentence, List<Footnote> footnotes) implements Event {}

    /** Text of a language model as it comes, not checked; some of it may never be shown. */
    record Provisional(String text) implements Event {}

    /** Told of events on the thread that answers. */
    interface Watcher {

        void on(Event event);
    }
}
