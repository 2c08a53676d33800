package ibid.search.passages;

import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Searches the index of this process. */
final class EmbeddedPassageSearch implements PassageSearch {

    @Override
    public FoundPassages find(IndexSnapshot snapshot, Wanted wanted) throws IOException {
        Optional<Query> query = wanted.byWords();
        List<ScoreDoc> words = query.isEmpty()
                ? List.of()
                : List.of(snapshot.searcher().search(query.get(), wanted.depth()).scoreDocs);
        List<ScoreDoc> meaning = DenseSearch.search(snapshot, wanted.vector(), wanted.allowed(), wanted.depth());
        return new FoundPassages(words, meaning, snapshot::sentenceVectors, false);
    }
}
