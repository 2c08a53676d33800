package ibid.answer;

import ibid.index.Collection;
import ibid.model.OverlapReader;
import ibid.retrieve.Hybrid;
import ibid.retrieve.Query;
import ibid.retrieve.Ranking;
import java.util.Map;

/** Real rankings over a small collection, for tests of what comes after, and a writer whose judgement can be foretold: it counts words. */
public final class Rankings {

    private Rankings() {}

    public static Quoting writer() {
        return new Quoting(new OverlapReader(), new Scorer(-1, Map.of(Feature.READ, 0.8, Feature.MEANING, 1.0)));
    }

    public static Ranking of(Collection collection, String question) {
        return new Hybrid(collection.index(), collection.embedder()).retrieve(new Query(question), 12);
    }
}
