package ibid.answer.collection;

import ibid.answer.CuePhrases;
import ibid.article.Article;
import ibid.article.CorrectionNotice;
import ibid.index.IndexSnapshot;
import ibid.language.Span;
import ibid.search.ArticleSearch;
import ibid.search.ArticleSearch.Order;
import ibid.search.SearchFilters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drafts what was corrected: articles that correct others by their title, and notices within articles. One use. */
final class CorrectionDrafter {

    private static final int MAX_TITLED = 100;
    private static final int MAX_READ = 100; // newest articles whose own notices are looked at
    private static final int MAX_ROWS = 8;
    private static final String TITLE_WORDS =
            "correction corrections corrected erratum errata corrigendum clarification retraction retracted wrong";
    private static final CuePhrases TITLES = CuePhrases.read(CorrectionDrafter.class, "correction-titles.txt");

    private final IndexSnapshot snapshot;
    private final ArticleSearch search;
    private final SearchFilters filters;

    CorrectionDrafter(IndexSnapshot snapshot, SearchFilters filters) {
        this.snapshot = snapshot;
        this.search = new ArticleSearch(snapshot);
        this.filters = filters;
    }

    /** The articles chosen that correct something, each with the sentence that says so. */
    Map<Article, Span> corrections(ArticleChoice choice) {
        ArticleSearch.Selection selection = choice.within(filters);
        Set<Integer> documents = new LinkedHashSet<>(search.titled(TITLE_WORDS, selection, MAX_TITLED));
        Set<Article> titled = new LinkedHashSet<>();
        documents.stream()
                .map(search::articleAt)
                .filter(CorrectionDrafter::isTitled)
                .forEach(titled::add);
        Map<Article, Span> corrections = new LinkedHashMap<>();
        for (int document : search.find(selection, Order.NEWEST_FIRST, MAX_READ).documents()) {
            Article article = search.articleAt(document);
            Optional<Span> says = titled.contains(article) ? LeadSentence.of(article) : notice(article);
            says.ifPresent(sentence -> corrections.put(article, sentence));
        }
        if (choice.words().isEmpty()) {
            titled.forEach(article ->
                    LeadSentence.of(article).ifPresent(sentence -> corrections.putIfAbsent(article, sentence)));
        }
        return corrections;
    }

    private static boolean isTitled(Article article) {
        return TITLES.isIn(article.imprint().title());
    }

    /** The first sentence of the article's own correction. */
    private static Optional<Span> notice(Article article) {
        for (CorrectionNotice notice : article.annotations().notices()) {
            if (notice.kind() == CorrectionNotice.Kind.CORRECTION) {
                return article.sentences().stream()
                        .filter(notice.span()::overlaps)
                        .findFirst();
            }
        }
        return Optional.empty();
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
