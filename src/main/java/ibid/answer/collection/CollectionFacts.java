package ibid.answer.collection;

import ibid.answer.contradiction.FigureClash;
import ibid.answer.contradiction.StatedFigure;
import ibid.answer.validity.WithdrawnValue;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.language.Span;
import ibid.language.time.TimeRange;
import ibid.search.ArticleSearch;
import ibid.search.ArticleSearch.Order;
import ibid.search.SearchFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a collection as a whole, as far as the filters admit its articles.
 *
 * @param articles      how many there are
 * @param span          from the oldest to the newest that has a date
 * @param publishers    with how many articles each has, the most first
 * @param authors       the same
 * @param names         that the newest articles mention
 * @param newest        the newest first
 * @param disagreements figures of the newest articles that contradict each other
 * @param corrections   articles that correct something, the newest first
 */
public record CollectionFacts(
        int articles,
        Optional<TimeRange> span,
        Map<String, Integer> publishers,
        Map<String, Integer> authors,
        NameCounts names,
        List<Article> newest,
        List<Disagreement> disagreements,
        List<Corrected> corrections) {

    private static final int MAX_NEWEST = 5;
    private static final int MAX_DISAGREEMENTS = 20;
    private static final int MAX_CORRECTIONS = 5;

    public CollectionFacts {
        newest = List.copyOf(newest);
        disagreements = List.copyOf(disagreements);
        corrections = List.copyOf(corrections);
    }

    /** @param note where the article says what is corrected */
    public record Corrected(Article article, Span note) {}

    /** Figures of which only one can be right, the newest article's first. */
    public record Disagreement(List<Value> values) {

        public Disagreement {
            values = List.copyOf(values);
        }

        private static Disagreement of(FigureClash clash, IndexSnapshot snapshot) {
            List<Value> values = new ArrayList<>();
            for (List<StatedFigure> side : clash.sides()) {
                List<ArticleId> articles = side.stream()
                        .map(figure -> figure.article().id())
                        .distinct()
                        .toList();
                values.add(new Value(
                        FigureClash.value(side),
                        articles,
                        side.getFirst().sentence(),
                        side.getFirst().text(),
                        isWithdrawn(side, snapshot)));
            }
            return new Disagreement(values);
        }

        private static boolean isWithdrawn(List<StatedFigure> side, IndexSnapshot snapshot) {
            return side.stream()
                    .anyMatch(figure -> WithdrawnValue.isWithdrawn(
                            snapshot.corrections().touching(figure.article().id()),
                            figure.quantity().words()));
        }
    }

    /**
     * @param articles    that state it, the newest first
     * @param sentence    in which the first of them does
     * @param words       of that sentence
     * @param isWithdrawn whether a correction takes it back
     */
    public record Value(String value, List<ArticleId> articles, Span sentence, String words, boolean isWithdrawn) {

        public Value {
            articles = List.copyOf(articles);
        }
    }

    /** Reads the newest articles, the others are only counted. */
    public static CollectionFacts of(IndexSnapshot snapshot, SearchFilters filters) {
        ArticleSearch search = new ArticleSearch(snapshot);
        ArticleSearch.Selection all = ArticleChoice.ALL.within(filters);
        DisagreementDrafter drafter = new DisagreementDrafter(snapshot, filters);
        List<Article> recent = drafter.articles(ArticleChoice.ALL);
        List<Disagreement> disagreements = drafter.clashes(ArticleChoice.ALL).stream()
                .limit(MAX_DISAGREEMENTS)
                .map(clash -> Disagreement.of(clash, snapshot))
                .toList();
        return new CollectionFacts(
                search.find(all, Order.NEWEST_FIRST, 1).total(),
                span(search, all),
                search.publishers(all),
                search.authors(all),
                NameCounts.of(recent),
                recent.subList(0, Math.min(MAX_NEWEST, recent.size())),
                disagreements,
                new CorrectionDrafter(snapshot, filters).newest(MAX_CORRECTIONS));
    }

    /** Articles without a date come last either way. */
    private static Optional<TimeRange> span(ArticleSearch search, ArticleSearch.Selection all) {
        List<Integer> oldest = search.find(all, Order.OLDEST_FIRST, 1).documents();
        List<Integer> newest = search.find(all, Order.NEWEST_FIRST, 1).documents();
        if (oldest.isEmpty()) {
            return Optional.empty();
        }
        Article first = search.articleAt(oldest.getFirst());
        Article last = search.articleAt(newest.getFirst());
        return first.imprint()
                .publishedOn()
                .map(from -> new TimeRange(from, last.imprint().publishedOn().orElse(from)));
    }
}
