package ibid.article;

import java.util.List;

/**
 * A notice with the article of the collection that it corrects.
 *
 * @param corrected the article whose values it withdraws
 * @param title     of that article
 * @param notice    the article that says so: another one, or the same
 * @param published ISO date of the notice, or empty
 * @param words     of the whole notice
 * @param note      the sentence of them that tells it best
 */
public record Correction(
        ArticleId corrected,
        String title,
        ArticleId notice,
        String published,
        String words,
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
