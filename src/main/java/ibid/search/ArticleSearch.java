package ibid.search;

import ibid.article.Article;
import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.TermAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.QueryBuilder;

/**
 * Finds whole articles of one generation: how many the filters admit or hold certain words, and which of them are the
 * newest. Reads no article's text. Threads may share it.
 */
public final class ArticleSearch {

    private static final Comparator<Dated> OLDEST_FIRST =
            Comparator.comparing(Dated::isUndated).thenComparingLong(Dated::day).thenComparingInt(Dated::document);
    private static final Comparator<Dated> NEWEST_FIRST = Comparator.comparing(Dated::isUndated)
            .thenComparing(Comparator.comparingLong(Dated::day).reversed())
            .thenComparingInt(Dated::document);
    private static final long UNDATED = Long.MIN_VALUE;
    private static final QueryBuilder QUERIES = new QueryBuilder(new TermAnalyzer());

    private final IndexSnapshot snapshot;
    private final IndexSearcher searcher;

    public ArticleSearch(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
        this.searcher = snapshot.searcher();
    }

    /** How articles are listed; those without a date come last. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /**
     * Which articles.
     *
     * @param filters    admit them
     * @param publishers any of these, or all where empty
     * @param authors    any of these, or all where empty
     * @param words   a phrase that the article holds or is titled with, or, where none holds it, words that one passage
     *                holds; or empty
     */
    public record Selection(SearchFilters filters, List<String> publishers, List<String> authors, String words) {

        public Selection {
            publishers = List.copyOf(publishers);
            authors = List.copyOf(authors);
        }
    }

    /**
     * Articles found.
     *
     * @param total     how many there are
     * @param documents the first of them in order, each by the document that holds the words: a passage where words
     *                  were asked for
     */
    public record Found(int total, List<Integer> documents) {

        public Found {
            documents = List.copyOf(documents);
        }
    }

    private record Dated(int document, long day) {

        boolean isUndated() {
            return day == UNDATED;
        }
    }

    /** At most that many of the articles, and how many there are. */
    public Found find(Selection selection, Order order, int max) {
        List<Dated> found = reading(() -> found(selection));
        found.sort(order == Order.NEWEST_FIRST ? NEWEST_FIRST : OLDEST_FIRST);
        List<Integer> documents = found.stream().limit(max).map(Dated::document).toList();
        return new Found(found.size(), documents);
    }

    private <T> T reading(IOSupplier<T> read) {
        return snapshot.reading("the articles cannot be searched", read);
    }

    private List<Dated> found(Selection selection) throws IOException {
        if (selection.words().isEmpty()) {
            return distinct(List.of(documents("article", selection)));
        }
        List<Dated> found = distinct(queries(selection, (field, words) -> QUERIES.createPhraseQuery(field, words)));
        return found.isEmpty() ? distinct(queries(selection, ArticleSearch::allOf)) : found;
    }

    /** Passages first that hold the words themselves. */
    private static List<Query> queries(Selection selection, BiFunction<String, String, Query> wording) {
        List<Query> queries = new ArrayList<>();
        for (String field : List.of(IndexFields.BODY, IndexFields.HEADING, IndexFields.TITLE)) {
            Query words = wording.apply(field, selection.words());
            if (words != null) {
                queries.add(both(documents("passage", selection), words));
            }
        }
        return queries;
    }

    private static Query allOf(String field, String words) {
        return QUERIES.createBooleanQuery(field, words, Occur.MUST);
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static Query documents(String kind, Selection selection) {
        return FilterQuery.of(kind, selection);
    }

    /** One document of each article: the first that the earliest of the queries finds. */
    private List<Dated> distinct(List<Query> queries) throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (Query query : queries) {
            weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        List<Dated> found = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            addDistinct(weights, leaf, found);
        }
        return found;
    }

    /** An article and its passages are always in one segment. */
    private static void addDistinct(List<Weight> weights, LeafReaderContext leaf, List<Dated> found)
            throws IOException {
        LeafReader reader = leaf.reader();
        FixedBitSet seen = new FixedBitSet(
                Math.max(1, DocValues.getSorted(reader, IndexFields.OF_ARTICLE).getValueCount()));
        for (Weight weight : weights) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                addDistinct(scorer.iterator(), leaf, seen, found);
            }
        }
    }

    private static void addDistinct(
            DocIdSetIterator documents, LeafReaderContext leaf, FixedBitSet seen, List<Dated> found)
            throws IOException {
        LeafReader reader = leaf.reader();
        SortedDocValues articles = DocValues.getSorted(reader, IndexFields.OF_ARTICLE);
        NumericDocValues days = DocValues.getNumeric(reader, IndexFields.OF_DAY);
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            boolean isLive =
                    reader.getLiveDocs() == null || reader.getLiveDocs().get(at);
            if (isLive && articles.advanceExact(at) && !seen.getAndSet(articles.ordValue())) {
                found.add(new Dated(leaf.docBase + at, days.advanceExact(at) ? days.longValue() : UNDATED));
            }
        }
    }

    /** The article of a document found. */
    public Article articleAt(int document) {
        return snapshot.article(snapshot.originAt(document).article()).orElseThrow();
    }

    /**
     * The articles whose titles share words with those given, best first.
     *
     * @param among in any of these, whatever words they hold
     */
    public List<Integer> titled(String words, Selection among, int max) {
        Query title = QUERIES.createBooleanQuery(IndexFields.ARTICLE_TITLE, words);
        if (title == null) {
            return List.of();
        }
        Query query = new BooleanQuery.Builder()
                .add(title, Occur.MUST)
                .add(documents("article", among), Occur.FILTER)
                .build();
        ScoreDoc[] hits = reading(() -> searcher.search(query, max)).scoreDocs;
        return Arrays.stream(hits).map(hit -> hit.doc).toList();
    }

    /** How many of the articles each publisher has, the most first; "" for none. */
    public Map<String, Integer> publishers(Selection selection) {
        return counts(selection, IndexFields.OF_PUBLISHER);
    }

    /** How many of the articles each author has, the most first; "" for none. */
    public Map<String, Integer> authors(Selection selection) {
        return counts(selection, IndexFields.OF_AUTHOR);
    }

    private Map<String, Integer> counts(Selection selection, String field) {
        Map<String, Integer> counts = new HashMap<>();
        for (Dated article : reading(() -> found(selection))) {
            counts.merge(snapshot.valueAt(article.document(), field), 1, Integer::sum);
        }
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> ordered.put(count.getKey(), count.getValue()));
        return ordered;
    }
}
