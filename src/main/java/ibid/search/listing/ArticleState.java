package ibid.search.listing;

import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether an article can be cited as it is. */
public enum ArticleState {
    /** Neither of the others. */
    CURRENT,
    /** A notice, its own or another article's, corrects it or the article it is a copy of. */
    CORRECTED,
    /** Nearly the same words as an earlier article. */
    COPY;

    /** At least one; a copy may be corrected too. */
    static List<ArticleState> of(ArticleSummary article, IndexSnapshot snapshot) {
        List<ArticleState> states = new ArrayList<>();
        if (!snapshot.nearDuplicates().originOf(article.id()).equals(article.id())) {
            states.add(COPY);
        }
        if (snapshot.corrections().of(article.id()).isPresent()) {
            states.add(CORRECTED);
        }
        return states.isEmpty() ? List.of(CURRENT) : states;
    }

    /** As the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
