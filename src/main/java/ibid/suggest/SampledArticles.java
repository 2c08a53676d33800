package ibid.suggest;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.library.FileState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The articles that questions are made from. */
final class SampledArticles {

    private static final int MAX_ARTICLES = 200;

    private SampledArticles() {}

    /**
     * A limited number of articles, in an order that changes only with the collection, so that this takes a moment. The
     * others are not loaded.
     */
    static List<Article> of(IndexSnapshot snapshot) {
        List<String> ids = new ArrayList<>(sortedIds(snapshot));
        Collections.shuffle(ids, new Random(snapshot.generation().hashCode()));
        return ids.stream()
                .limit(MAX_ARTICLES)
                .flatMap(id -> snapshot.article(new ArticleId(id)).stream())
                .toList();
    }

    private static List<String> sortedIds(IndexSnapshot snapshot) {
        return snapshot.files().values().stream()
                .map(FileState::article)
                .filter(id -> !id.isEmpty())
                .sorted()
                .toList();
    }
}
