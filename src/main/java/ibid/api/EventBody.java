package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import ibid.ask.AnswerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The data of one server-sent event of an answer. */
public sealed interface EventBody {

    /** @param version of the event format */
    record Created(String id, String conversationId, Instant created, String question, int version)
            implements EventBody {}

    /** @param ms how long the stage took, or null when it starts */
    record Stage(
            AnswerEvent.Stage name,
            State state,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long ms) implements EventBody {

        public enum State {
            START,
            DONE
        }
    }

    /** The passages that the search found. */
    record Passages(String query, List<NearestBody> passages) implements EventBody {}

    /** Text of a language model before it is checked. */
    record TextDelta(String text) implements EventBody {}

    /**
     * A checked sentence with its footnotes.
     *
     * @param delta what it adds to the answer's text; all deltas together are the text
     */
    record Sentence(SentenceBody sentence, List<FootnoteBody> footnotes, String delta) implements EventBody {}

    /** The answer in a few words, before the first sentence that contains it; {@link Completed} may add footnotes. */
    record Short(@JsonValue AnswerBody.Short answer) implements EventBody {}

    /** The complete answer; the last event. */
    record Completed(@JsonValue AnswerBody answer) implements EventBody {}

    /** Why there is no answer; the last event. */
    record Failed(@JsonValue ProblemBody problem) implements EventBody {}

    static EventBody of(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Started started -> new Stage(started.stage(), Stage.State.START, null);
            case AnswerEvent.Done done -> new Stage(done.stage(), Stage.State.DONE, done.millis());
            case AnswerEvent.Found found -> new Passages(found.query(), NearestBody.of(found.passages()));
            case AnswerEvent.Short brief -> new Short(AnswerBody.Short.of(brief.shortAnswer()));
            case AnswerEvent.Provisional provisional -> new TextDelta(provisional.text());
            case AnswerEvent.Shown shown ->
                new Sentence(SentenceBody.of(shown.sentence()), FootnoteBody.of(shown.footnotes()), shown.delta());
        };
    }

    /** The event's name on the wire. */
    default String eventName() {
        return switch (this) {
            case Created created -> "answer.created";
            case Stage stage -> "stage";
            case Passages passages -> "passages";
            case TextDelta delta -> "text.delta";
            case Sentence sentence -> "sentence";
            case Short brief -> "short";
            case Completed completed -> "answer.completed";
            case Failed failed -> "error";
        };
    }

    /** Reads an event; empty if its name is unknown, because a newer server may send more kinds. */
    static Optional<EventBody> read(String event, String data) {
        String source = "the event “" + event + "”";
        return Optional.ofNullable(
                switch (event) {
                    case "answer.created" -> Json.readLenient(data, Created.class, source);
                    case "stage" -> Json.readLenient(data, Stage.class, source);
                    case "passages" -> Json.readLenient(data, Passages.class, source);
                    case "text.delta" -> Json.readLenient(data, TextDelta.class, source);
                    case "sentence" -> Json.readLenient(data, Sentence.class, source);
                    case "short" -> new Short(Json.readLenient(data, AnswerBody.Short.class, source));
                    case "answer.completed" -> new Completed(Json.readLenient(data, AnswerBody.class, source));
                    case "error" -> new Failed(Json.readLenient(data, ProblemBody.class, source));
                    default -> null;
                });
    }
}
