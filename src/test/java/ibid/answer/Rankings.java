package ibid.answer;

import ibid.index.Collection;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.util.Map;
import java.util.Optional;

/** Real rankings over a small collection, for tests of what comes after, and a writer whose judgement can be foretold: it counts words. */
public final class Rankings {

    private Rankings() {}

    public static Quoting writer() {
        Scorer<Feature> words = new Scorer<>(-4, Map.of(Feature.WORDS, 6.0, Feature.AROUND, 2.0));
        return new Quoting(new Picking(words, words, words, Optional.empty()));
    }

    public static Ranking of(Collection collection, String question) {
        return new HybridRetriever(collection.index(), collection.embedder()).retrieve(new Query(question), 12);
    }
}
