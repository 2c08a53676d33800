package ibid.retrieve;

import ibid.chunk.Passage;
import ibid.index.Fields;
import ibid.index.PassageIndex;
import ibid.index.Snapshot;
import ibid.model.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;

/** Searches by words (BM25) and by meaning (HNSW over embeddings) and fuses the two. Everything in one answer comes from one generation. */
public final class Hybrid implements Retriever {

    private static final int LEG_DEPTH = 50;

    private final PassageIndex index;
    private final Embedder queries;

    public Hybrid(PassageIndex index, Embedder queries) {
        this.index = index;
        this.queries = queries;
    }

    @Override
    public Ranking retrieve(Query query, int depth) {
        float[] vector = queries.embed(query.text());
        try (Snapshot snapshot = index.snapshot()) {
            List<QueryTerm> terms = Lexical.terms(snapshot, query.text());
            int legDepth = Math.max(LEG_DEPTH, depth);
            List<ScoreDoc> words = Lexical.search(snapshot, terms, query.filters(), legDepth);
            List<ScoreDoc> meaning = dense(snapshot, vector, query.filters(), legDepth);
            List<Hit> hits = new ArrayList<>();
            for (Fusion.Fused found : Fusion.fuse(words, meaning)) {
                if (hits.size() == depth) break;
                Passage passage = snapshot.passageAt(found.document());
                hits.add(new Hit(snapshot.article(passage.id().article()).orElseThrow(), passage, found.score(), found.legs(),
                        snapshot.sentenceCosines(found.document(), passage, vector)));
            }
            return new Ranking(query, terms, hits, snapshot.generation());
        } catch (IOException broken) {
            throw new UncheckedIOException("the search failed", broken);
        }
    }

    private static List<ScoreDoc> dense(Snapshot snapshot, float[] vector, Filters filters, int depth) throws IOException {
        ScoreDoc[] found = snapshot.searcher().search(new KnnFloatVectorQuery(Fields.VECTOR, vector, depth, Lexical.filter(filters)), depth).scoreDocs;
        for (ScoreDoc hit : found) hit.score = 2 * hit.score - 1;   // Lucene scores a dot product as (1 + cosine) / 2
        return List.of(found);
    }
}
