package ibid.retrieve;

/** Ranks passages for a query. Threads may share it. */
public interface Retriever {

    /** At most depth hits; no hits means that nothing matched, a failure to search is thrown. */
    Ranking retrieve(Query query, int depth);
}
