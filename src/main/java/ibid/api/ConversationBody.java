package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as a list shows it.
 *
 * @param title   its first question
 * @param updated when its last question was asked
 * @param answers number of answers in it
 */
public record ConversationBody(String id, String title, Instant created, Instant updated, int answers) {

    /** The conversations of a reader, newest first. */
    public record Listing(List<ConversationBody> conversations) {}

    /**
     * A question that has no answer, because Ibid was stopped or answering failed, and that was not asked again.
     *
     * @param after the answer before it, or null
     */
    public record Unanswered(String id, Instant created, String question, String reason, String after) {}

    /**
     * A conversation with some of its answers, oldest first.
     *
     * @param earlier    how many answers are older than these
     * @param unanswered left out where there are none
     */
    public record Whole(
            String id,
            String title,
            Instant created,
            Instant updated,
            int earlier,
            List<RatedAnswer> answers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unanswered> unanswered) {}

    public Whole with(int earlier, List<RatedAnswer> some, List<Unanswered> unanswered) {
        return new Whole(id, title, created, updated, earlier, some, unanswered);
    }
}
