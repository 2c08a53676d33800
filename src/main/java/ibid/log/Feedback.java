package ibid.log;

import java.util.List;

/** What a reader thinks of an answer; the last word stands. */
public record Feedback(Rating rating, List<String> reasons, String comment) {

    public enum Rating {
        UP,
        DOWN
    }

    public Feedback {
        reasons = List.copyOf(reasons);
    }
}
