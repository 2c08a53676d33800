package ibid.article;

import java.util.List;

/**
 * A notice with the article of the collection that it corrects.
 *
 * @param corrected the article whose values it withdraws
 * @param notice    the article that says so: another one, or the same
 * @param published ISO date of the notice, or empty
 * @param note      the notice's own words
 */
public record Correction(
        ArticleId corrected,
        ArticleId notice,
        String published,
        String note,
        List<CorrectionNotice.Change> changes) {

    public Correction {
        changes = List.copyOf(changes);
    }

    /** Whether one article corrects another. */
    public boolean isOfOther() {
        return !corrected.equals(notice);
    }
}
