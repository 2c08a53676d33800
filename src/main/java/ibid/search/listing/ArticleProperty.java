package ibid.search.listing;

import java.util.List;
import java.util.function.Function;

/** What the articles of a list are counted by. */
public enum ArticleProperty {
    PUBLISHER(row -> List.of(row.article().imprint().publisher())),
    AUTHOR(row -> List.of(row.article().imprint().author())),
    /** Filtered by days, not by this. */
    MONTH(row -> List.of(month(row))),
    LANGUAGE(row -> List.of(row.article().imprint().language())),
    TOPIC(row -> orNone(row.article().imprint().topics())),
    STATE(row -> row.states().stream().map(ArticleState::word).toList());

    private static final int MONTH_CHARS = 7; // of an ISO date

    private final Function<ArticleRow, List<String>> values;

    ArticleProperty(Function<ArticleRow, List<String>> values) {
        this.values = values;
    }

    /** At least one; "" for none. */
    List<String> of(ArticleRow row) {
        return values.apply(row);
    }

    private static String month(ArticleRow row) {
        return row.published()
                .substring(0, Math.min(MONTH_CHARS, row.published().length()));
    }

    private static List<String> orNone(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }
}
