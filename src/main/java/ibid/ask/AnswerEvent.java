package ibid.ask;

import java.util.List;

/** An event while a question is answered. */
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

    /**
     * A checked sentence with its footnotes; it is final.
     *
     * @param delta what it adds to the answer's text: the gap before it, its label, its words and its marks
     */
    record Shown(AnswerSentence sentence, List<Footnote> footnotes, String delta) implements AnswerEvent {}

    /** The answer in a few words, before the first sentence that contains it; the complete answer may add footnotes. */
    record Short(Answer.ShortAnswer shortAnswer) implements AnswerEvent {}

    /** A piece of a language model's text, not checked; it may be missing from the answer. */
    record Provisional(String text) implements AnswerEvent {}

    /** Receives events on the thread that answers. */
    interface Watcher {

        void on(AnswerEvent event);
    }
}
