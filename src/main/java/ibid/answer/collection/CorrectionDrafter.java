package ibid.answer.collection;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.CorrectionNotice;
import ibid.index.IndexSnapshot;
import ibid.language.Span;
import ibid.search.ArticleSearch;
import ibid.search.ArticleSearch.Order;
import ibid.search.SearchFilters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts what was corrected: each article with a notice of a correction, newest first. One use. */
final class CorrectionDrafter {

    private static final int MAX_ROWS = 8;

    private final IndexSnapshot snapshot;
    private final ArticleSearch search;
    private final SearchFilters filters;

    CorrectionDrafter(IndexSnapshot snapshot, SearchFilters filters) {
        this.snapshot = snapshot;
        this.search = new ArticleSearch(snapshot);
        this.filters = filters;
    }

    /** The articles chosen that correct something, each with the sentence that says so. */
    private Map<Article, Span> corrections(ArticleChoice choice) {
        Map<ArticleId, Article> correcting = new HashMap<>();
        snapshot.corrections().articles().forEach(article -> correcting.put(article.id(), article));
        Map<Article, Span> corrections = new LinkedHashMap<>();
        if (correcting.isEmpty()) {
            return corrections;
        }
        List<Integer> chosen = search.find(choice.within(filters), Order.NEWEST_FIRST, snapshot.articleCount())
                .documents();
        for (int document : chosen) {
            Article article = correcting.get(snapshot.originAt(document).article());
            if (article != null) {
                corrections.put(article, sentence(article));
            }
        }
        return corrections;
    }

    /** At most this many of all. */
    List<CollectionFacts.Corrected> newest(int max) {
        return corrections(ArticleChoice.ALL).entrySet().stream()
                .limit(max)
                .map(one -> new CollectionFacts.Corrected(one.getKey(), one.getValue()))
                .toList();
    }

    private static Span sentence(Article article) {
        return article.annotations().notices().stream()
                .filter(notice -> notice.kind() == CorrectionNotice.Kind.CORRECTION)
                .map(CorrectionNotice::note)
                .findFirst()
                .orElseThrow();
    }

    ArticleRowsDraft draft(ArticleChoice choice) {
        Map<Article, Span> corrections = corrections(choice);
        if (corrections.isEmpty()) {
            String of = choice.isAll() ? "" : " among " + choice.describe(2).substring(2);
            return ArticleRowsDraft.nothing("I found no correction" + of + ".");
        }
        ArticleRows rows = new ArticleRows(snapshot);
        List<Article> shown = corrections.keySet().stream().limit(MAX_ROWS).toList();
        shown.forEach(article -> rows.add(ArticleRows.name(article), article, corrections.get(article)));
        int total = corrections.size();
        String more = total == shown.size() ? "" : "; " + shown.size() + " are shown";
        return new ArticleRowsDraft(rows, total + (total == 1 ? " correction" : " corrections") + more);
    }
}
