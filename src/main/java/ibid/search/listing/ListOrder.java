package ibid.search.listing;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The order of a list. Articles that it does not tell apart are in order of their ids, so that pages never overlap. */
public enum ListOrder {
    /** Newest first, undated last. */
    NEWEST,
    /** Oldest first, undated last. */
    OLDEST,
    TITLE,
    /** Those first that the words fit best; then the newest. */
    RELEVANCE;

    private static final Comparator<ArticleRow> BY_ID = Comparator.comparing(ArticleRow::id);
    private static final Comparator<ArticleRow> NEWEST_FIRST =
            Comparator.comparing(ArticleRow::published).reversed().thenComparing(BY_ID);
    private static final Comparator<ArticleRow> OLDEST_FIRST = Comparator.comparing(
                    (ArticleRow row) -> row.published().isEmpty())
            .thenComparing(ArticleRow::published)
            .thenComparing(BY_ID);
    private static final Comparator<ArticleRow> BY_TITLE = Comparator.comparing(
                    (ArticleRow row) -> row.title().toLowerCase(Locale.ROOT))
            .thenComparing(BY_ID);

    /** @param scores of the articles found, by id */
    Comparator<ArticleRow> comparator(Map<String, Float> scores) {
        return switch (this) {
            case NEWEST -> NEWEST_FIRST;
            case OLDEST -> OLDEST_FIRST;
            case TITLE -> BY_TITLE;
            case RELEVANCE ->
                Comparator.comparing((ArticleRow row) -> scores.getOrDefault(row.id(), 0f))
                        .reversed()
                        .thenComparing(NEWEST_FIRST);
        };
    }
}
