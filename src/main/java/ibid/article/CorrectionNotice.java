package ibid.article;

import ibid.language.Span;
import java.util.List;

/**
 * A block in which an article says that it, or another article, was corrected or brought up to date.
 *
 * @param note    the sentence that tells it best
 * @param target  the article that is corrected
 * @param changes the values withdrawn and what is right instead; empty where the notice gives none
 */
public record CorrectionNotice(Kind kind, Span span, Span note, Target target, List<Change> changes) {

    public enum Kind {
        CORRECTION,
        UPDATE,
        EDITOR
    }

    /**
     * How a notice names the article that it corrects.
     *
     * @param isOther   whether that is another article than the one that has the notice
     * @param title     as the notice quotes it, or empty
     * @param published ISO date, or empty
     */
    public record Target(boolean isOther, String title, String published) {

        /** The article that has the notice. */
        public static final Target SELF = new Target(false, "", "");
    }

    /**
     * @param withdrawn the words of a number, date, name or title, as the notice has them
     * @param right     the same of what is right instead
     */
    public record Change(String withdrawn, String right) {}

    public CorrectionNotice {
        changes = List.copyOf(changes);
    }
}
