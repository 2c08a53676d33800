package ibid.search.listing;

import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import java.util.List;

/** An article with what a list can be filtered by. */
record ArticleRow(ArticleSummary article, List<ArticleState> states) {

    ArticleRow {
        states = List.copyOf(states);
    }

    static ArticleRow of(ArticleSummary article, IndexSnapshot snapshot) {
        return new ArticleRow(article, ArticleState.of(article, snapshot));
    }

    String id() {
        return article.id().value();
    }

    String published() {
        return article.imprint().published();
    }

    String title() {
        return article.imprint().title();
    }
}
