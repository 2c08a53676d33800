package ibid.search.listing;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.TermAnalyzer;
import ibid.search.IndexTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.QueryBuilder;

/**
 * Words that an article holds all, each anywhere in its title, headings and passages. What stands between quotation
 * marks, or is written without a space (“carrier-led”, Chinese), is a phrase.
 */
final class FullText {

    private static final List<String> FIELDS =
            List.of(IndexFields.ARTICLE_TITLE, IndexFields.TITLE, IndexFields.HEADING, IndexFields.BODY);
    private static final QueryBuilder QUERIES = new QueryBuilder(new TermAnalyzer());
    private static final String QUOTATION_MARKS = "\"“”„";

    private final List<String> phrases;
    private final boolean isEmpty;

    private FullText(List<String> phrases, boolean isEmpty) {
        this.phrases = phrases;
        this.isEmpty = isEmpty;
    }

    static FullText of(String words) {
        List<String> phrases = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at <= words.length(); at++) {
            if (at == words.length() || QUOTATION_MARKS.indexOf(words.charAt(at)) >= 0) {
                String part = words.substring(start, at);
                boolean isPhrase = quoted && !IndexTerms.in(part).isEmpty();
                phrases.addAll(isPhrase ? List.of(part) : unspaced(part));
                quoted = !quoted;
                start = at + 1;
            }
        }
        boolean isOfStopWords = phrases.isEmpty() && words.chars().anyMatch(Character::isLetterOrDigit);
        return new FullText(phrases, words.isBlank() || isOfStopWords);
    }

    /** Terms are taken from the whole part, because an alias may have several words: “United States”. */
    private static List<String> unspaced(String part) {
        List<String> phrases = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (IndexTerms.Term term : IndexTerms.in(part)) {
            if (start >= 0 && hasSpace(part, end, term.start())) {
                phrases.add(part.substring(start, end));
                start = -1;
            }
            start = start < 0 ? term.start() : start;
            end = Math.max(end, term.start() + term.word().length());
        }
        if (start >= 0) {
            phrases.add(part.substring(start, end));
        }
        return phrases;
    }

    private static boolean hasSpace(String part, int from, int to) {
        return from < to && part.substring(from, to).chars().anyMatch(Character::isWhitespace);
    }

    /** Whether every article holds them: none were given, or words like “the” only, which are not indexed. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** How well each article fits that holds them all, by id: the sum of the best BM25 score of each. */
    Map<String, Float> scores(IndexSnapshot snapshot) {
        List<Query> queries = queries();
        return snapshot.reading("the articles cannot be searched", () -> scores(snapshot.searcher(), queries));
    }

    private static Map<String, Float> scores(IndexSearcher searcher, List<Query> queries) throws IOException {
        Map<String, Float> scores = new HashMap<>();
        List<Weight> weights = new ArrayList<>();
        for (Query query : queries) {
            weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1));
        }
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            addScores(weights, leaf, scores);
        }
        return scores;
    }

    private List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (String phrase : phrases) {
            List<Query> fields = new ArrayList<>();
            for (String field : FIELDS) {
                Query query = QUERIES.createPhraseQuery(field, phrase);
                if (query != null) {
                    fields.add(query);
                }
            }
            if (!fields.isEmpty()) {
                queries.add(new DisjunctionMaxQuery(fields, 0));
            }
        }
        return queries.isEmpty() ? List.of(new MatchNoDocsQuery()) : queries;
    }

    /** An article and its passages are always in one segment. */
    private static void addScores(List<Weight> weights, LeafReaderContext leaf, Map<String, Float> scores)
            throws IOException {
        SortedDocValues articles = DocValues.getSorted(leaf.reader(), IndexFields.OF_ARTICLE);
        float[] sums = new float[articles.getValueCount()];
        int[] held = new int[articles.getValueCount()];
        for (Weight weight : weights) {
            float[] best = best(weight, leaf);
            for (int article = 0; article < best.length; article++) {
                sums[article] += best[article];
                held[article] += best[article] > 0 ? 1 : 0;
            }
        }
        for (int article = 0; article < sums.length; article++) {
            if (held[article] == weights.size()) {
                scores.put(articles.lookupOrd(article).utf8ToString(), sums[article]);
            }
        }
    }

    /** The best score of each article; 0 where it does not hold the phrase. */
    private static float[] best(Weight weight, LeafReaderContext leaf) throws IOException {
        SortedDocValues articles = DocValues.getSorted(leaf.reader(), IndexFields.OF_ARTICLE);
        Bits live = leaf.reader().getLiveDocs();
        float[] best = new float[articles.getValueCount()];
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return best;
        }
        DocIdSetIterator documents = scorer.iterator();
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            if ((live == null || live.get(at)) && articles.advanceExact(at)) {
                int article = articles.ordValue();
                best[article] = Math.max(best[article], Math.max(scorer.score(), Float.MIN_VALUE));
            }
        }
        return best;
    }
}
