package ibid.answer;

import ibid.index.Collection;
import ibid.retrieve.Hybrid;
import ibid.retrieve.Query;
import ibid.retrieve.Ranking;

/** Real rankings over a small collection, for tests of what comes after. */
public final class Rankings {

    private Rankings() {}

    public static Ranking of(Collection collection, String question) {
        return new Hybrid(collection.index(), collection.embedder()).retrieve(new Query(question), 12);
    }
}
