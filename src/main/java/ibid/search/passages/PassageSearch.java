package ibid.search.passages;

import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Finds passages by words and by meaning. A passage is named by its document in the snapshot. Threads may share it. */
public sealed interface PassageSearch permits EmbeddedPassageSearch, ClusterPassageSearch {

    /**
     * What is searched for.
     *
     * @param words   any of these clauses; empty if there are none to search for
     * @param allowed the passages that may be found
     * @param vector  the embedding of the question
     * @param depth   the most that is found in each of the two ways
     */
    record Wanted(Optional<BooleanQuery> words, BooleanQuery allowed, float[] vector, int depth) {

        /** Allowed passages that hold some of the words. */
        Optional<Query> byWords() {
            return words.map(any -> {
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                any.clauses().forEach(query::add);
                return query.setMinimumNumberShouldMatch(1)
                        .add(allowed, Occur.FILTER)
                        .build();
            });
        }
    }

    FoundPassages find(IndexSnapshot snapshot, Wanted wanted) throws IOException;

    /** In the index itself, or in the cluster that has its vectors. */
    static PassageSearch of(PassageIndex index) {
        EmbeddedPassageSearch embedded = new EmbeddedPassageSearch();
        return index.cluster()
                .<PassageSearch>map(cluster -> new ClusterPassageSearch(cluster, embedded))
                .orElse(embedded);
    }
}
