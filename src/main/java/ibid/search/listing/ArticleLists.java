package ibid.search.listing;

import ibid.index.IndexSnapshot;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;

/**
 * Lists articles. The rows of the newest generation are kept while memory allows, so that a list of 10,000 articles
 * reads them once. Threads may share it.
 */
public final class ArticleLists {

    private volatile Known last = new Known(new WeakReference<>(null), new SoftReference<>(null));

    private record Known(WeakReference<IndexSnapshot> snapshot, SoftReference<List<ArticleRow>> rows) {

        List<ArticleRow> rowsOf(IndexSnapshot wanted) {
            return snapshot.get() == wanted ? rows.get() : null;
        }
    }

    /** @param words that an article must hold all, those in quotation marks as a phrase; or empty */
    public ArticleListing list(IndexSnapshot snapshot, String words, ListFilters filters, ListOrder order) {
        FullText text = FullText.of(words);
        Map<String, Float> scores = text.isEmpty() ? Map.of() : text.scores(snapshot);
        List<ArticleRow> candidates = rows(snapshot).stream()
                .filter(row -> text.isEmpty() || scores.containsKey(row.id()))
                .filter(filters::admitsAtAll)
                .toList();
        return ArticleListing.of(candidates, filters, order.comparator(scores));
    }

    private List<ArticleRow> rows(IndexSnapshot snapshot) {
        List<ArticleRow> rows = last.rowsOf(snapshot);
        if (rows == null) {
            rows = snapshot.summaries().stream()
                    .map(article -> ArticleRow.of(article, snapshot))
                    .toList();
            last = new Known(new WeakReference<>(snapshot), new SoftReference<>(rows));
        }
        return rows;
    }
}
