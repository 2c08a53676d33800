package ibid.api;

import java.util.List;

/** A reader's feedback on an answer, in requests and in responses. */
public record FeedbackBody(Rating rating, String comment, List<String> reasons) {

    private static final int MAX_COMMENT_CHARS = 4000;
    private static final int MAX_REASONS = 20;
    private static final int MAX_REASON_CHARS = 200;

    /** Whether it was useful. */
    public enum Rating {
        UP,
        DOWN
    }

    public FeedbackBody {
        reasons = List.copyOf(reasons);
        if (rating == null) {
            throw JsonProblem.invalid("“rating” must be “up” or “down”");
        }
        if (reasons.size() > MAX_REASONS || reasons.stream().anyMatch(reason -> reason.length() > MAX_REASON_CHARS)) {
            throw JsonProblem.invalid("“reasons” must be at most " + MAX_REASONS + " short texts");
        }
        if (comment.length() > MAX_COMMENT_CHARS) {
            throw JsonProblem.invalid("the comment is longer than " + MAX_COMMENT_CHARS + " characters");
        }
    }
}
