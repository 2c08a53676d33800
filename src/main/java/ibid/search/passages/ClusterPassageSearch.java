package ibid.search.passages;

import ibid.index.IndexSnapshot;
import ibid.index.cluster.ClusterGeneration;
import ibid.index.cluster.ClusterHits;
import ibid.index.cluster.PassageCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Searches the generation of a cluster that a snapshot belongs to. What the snapshot does not know is not found: a
 * passage that was replaced or removed, or that another Ibid added.
 */
final class ClusterPassageSearch implements PassageSearch {

    private final PassageCluster cluster;
    private final EmbeddedPassageSearch embedded;

    /** @param embedded for a snapshot that is older than the use of a cluster */
    ClusterPassageSearch(PassageCluster cluster, EmbeddedPassageSearch embedded) {
        this.cluster = cluster;
        this.embedded = embedded;
    }

    @Override
    public FoundPassages find(IndexSnapshot snapshot, Wanted wanted) throws IOException {
        Optional<ClusterGeneration> generation = snapshot.inCluster();
        if (generation.isEmpty()) {
            return embedded.find(snapshot, wanted);
        }
        ClusterHits hits =
                cluster.find(generation.get(), wanted.byWords(), wanted.allowed(), wanted.vector(), wanted.depth());
        Map<Integer, BytesRef> sentences = new HashMap<>();
        List<ScoreDoc> byWords = documents(snapshot, hits.words(), sentences);
        List<ScoreDoc> byMeaning = documents(snapshot, hits.meaning(), sentences);
        return new FoundPassages(byWords, byMeaning, sentences::get, hits.isPartial());
    }

    private static List<ScoreDoc> documents(
            IndexSnapshot snapshot, List<ClusterHits.ClusterHit> hits, Map<Integer, BytesRef> sentences) {
        List<ScoreDoc> documents = new ArrayList<>();
        for (ClusterHits.ClusterHit hit : hits) {
            OptionalInt document = snapshot.documentOf(hit.key());
            if (document.isPresent()) {
                documents.add(new ScoreDoc(document.getAsInt(), hit.score()));
                sentences.put(document.getAsInt(), new BytesRef(hit.sentences()));
            }
        }
        return documents;
    }
}
