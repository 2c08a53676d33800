package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as a list shows it.
 *
 * @param title   its first question, or as its reader named it
 * @param updated when its last question was asked
 * @param answers number of answers in it
 * @param pinned  whether its reader keeps it at the head of the list
 */
public record ConversationBody(String id, String title, Instant created, Instant updated, int answers, boolean pinned) {

    private static final int MAX_TITLE_CHARS = 200; // two lines of a list; a name, not a note

    /**
     * What a reader changes of a conversation. What is null stays as it is.
     *
     * @param title stored without blanks around it
     */
    public record Change(@JsonSetter(nulls = Nulls.SET) String title, Boolean pinned) {

        public Change {
            title = title == null ? null : checked(title);
        }

        private static String checked(String sent) {
            int length = sent.codePointCount(0, sent.length());
            String title = sent.strip();
            if (title.isEmpty() || length > MAX_TITLE_CHARS) {
                throw JsonProblem.invalid("“title” must have 1 to " + MAX_TITLE_CHARS + " characters, not " + length
                        + ", and not only blanks");
            }
            if (title.chars().anyMatch(Character::isISOControl)) {
                throw JsonProblem.invalid("“title” must be one line, without control characters");
            }
            return title;
        }

        public boolean isNone() {
            return title == null && pinned == null;
        }
    }

    /**
     * A page of the conversations of a reader, the pinned ones first, then the newest.
     *
     * @param more whether others follow
     */
    public record Listing(List<ConversationBody> conversations, boolean more) {

        public Listing {
            conversations = List.copyOf(conversations);
        }
    }

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
            boolean pinned,
            int earlier,
            List<RatedAnswer> answers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unanswered> unanswered) {}

    public Whole with(int earlier, List<RatedAnswer> some, List<Unanswered> unanswered) {
        return new Whole(id, title, created, updated, pinned, earlier, some, unanswered);
    }
}
