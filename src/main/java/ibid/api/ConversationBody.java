package ibid.api;

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

    /** A conversation with its answers, oldest first. */
    public record Whole(String id, String title, Instant created, Instant updated, List<RatedAnswer> answers) {}

    public Whole with(List<RatedAnswer> all) {
        return new Whole(id, title, created, updated, all);
    }
}
