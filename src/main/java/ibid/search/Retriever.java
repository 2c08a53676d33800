package ibid.search;

import ibid.article.Article;
import java.util.List;
import java.util.function.ToIntFunction;

/** Ranks passages for a query. Threads may share it. */
public interface Retriever {

    /** Returns at most depth hits. No hits means that nothing matched; a failure of the search is thrown. */
    Ranking retrieve(Query query, int depth);

    /** The same for several queries on one generation. */
    List<Ranking> retrieve(List<Query> queries, ToIntFunction<Query> depth);

    /** The generation of the index that a search would use now. */
    String generation();

    /** Whether the article is still in the collection with the same bytes. */
    boolean holds(Article article);
}
