package ibid.article;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** The newest of some corrections that corrects the article or a copy of it, not one that the article makes. */
    public static Optional<Correction> newestOf(ArticleId article, List<Correction> touching) {
        return touching.stream()
                .filter(correction -> correction.isOf(article))
                .max(Comparator.comparing(Correction::published));
    }

    private boolean isOf(ArticleId article) {
        return !notice.equals(article) || corrected.equals(article);
    }
}
