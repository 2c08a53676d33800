package ibid.search.passages;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Dense search: the cosine of the query's embedding with those of the passages. Scans every passage of a small
 * collection and uses the HNSW graph of a large one.
 */
public final class DenseSearch {

    static final int MAX_SCANNED_PASSAGES = 5_000; // eval/journal.md, "Scan or graph"

    public static final Comparator<ScoreDoc> BEST_FIRST =
            Comparator.<ScoreDoc>comparingDouble(hit -> hit.score).reversed().thenComparingInt(hit -> hit.doc);

    private DenseSearch() {}

    static List<ScoreDoc> search(IndexSnapshot snapshot, float[] vector, Query allowed, int depth) throws IOException {
        IndexSearcher searcher = snapshot.searcher();
        return snapshot.passageCount() <= MAX_SCANNED_PASSAGES
                ? scan(searcher, vector, allowed, depth)
                : walk(searcher, vector, allowed, depth);
    }

    /** Exact search by a scan of all passages. */
    static List<ScoreDoc> scan(IndexSearcher searcher, float[] vector, Query allowed, int depth) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(allowed), ScoreMode.COMPLETE_NO_SCORES, 1);
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(BEST_FIRST.reversed()); // the worst hit is the head
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
            Scorer filter = weight.scorer(leaf);
            if (vectors != null && filter != null) {
                keepBest(best, depth, leaf, filter, vectors.scorer(vector));
            }
        }
        return cosines(best.stream().sorted(BEST_FIRST).toList());
    }

    private static void keepBest(
            PriorityQueue<ScoreDoc> best, int depth, LeafReaderContext leaf, Scorer filter, VectorScorer scorer)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        List<DocIdSetIterator> both = List.of(filter.iterator(), scorer.iterator());
        DocIdSetIterator documents = ConjunctionUtils.intersectIterators(both);
        for (int document = documents.nextDoc(); document != NO_MORE_DOCS; document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                keepBest(best, depth, leaf.docBase + document, scorer.score());
            }
        }
    }

    private static void keepBest(PriorityQueue<ScoreDoc> best, int depth, int document, float score) {
        if (best.size() == depth && score <= best.peek().score) {
            return;
        }
        best.add(new ScoreDoc(document, score));
        if (best.size() > depth) {
            best.remove();
        }
    }

    /**
     * Approximate search with HNSW: finds nearly all of the nearest passages, at a cost that hardly grows with the
     * collection.
     */
    static List<ScoreDoc> walk(IndexSearcher searcher, float[] vector, Query allowed, int depth) throws IOException {
        Query nearest = new KnnFloatVectorQuery(IndexFields.VECTOR, vector, depth, allowed);
        return cosines(List.of(searcher.search(nearest, depth).scoreDocs));
    }

    private static List<ScoreDoc> cosines(List<ScoreDoc> found) {
        List<ScoreDoc> hits = new ArrayList<>();
        for (ScoreDoc hit : found) {
            hits.add(new ScoreDoc(hit.doc, 2 * hit.score - 1)); // Lucene scores a dot product as (1 + cosine) / 2
        }
        return hits;
    }
}
