package ibid.ask;

import java.util.List;

/** What happens while a question is answered, in order, for whoever watches. */
public sealed interface AnswerEvent {

    enum Stage {
        REWRITE,
        RETRIEVE,
        WRITE,
        VERIFY
    }

    record Started(Stage stage) implements AnswerEvent {}

    record Done(Stage stage, long millis) implements AnswerEvent {}

    /** @param query the stand-alone form that was searched */
    record Found(String query, List<NearestPassage> passages) implements AnswerEvent {}

    /** A checked sentence with the footnotes it uses; it will not be taken back. */
    record Shown(AnswerSentence sentence, List<Footnote> footnotes) implements AnswerEvent {}

    /** The answer in a few words, before the first sentence that holds them; the whole answer may add footnotes. */
    record Short(Answer.ShortAnswer shortAnswer) implements AnswerEvent {}

    /** Text of a language model as it comes, not checked; some of it may never be shown. */
    record Provisional(String text) implements AnswerEvent {}

    /** Told of events on the thread that answers. */
    interface Watcher {

        void on(AnswerEvent event);
    }
}
