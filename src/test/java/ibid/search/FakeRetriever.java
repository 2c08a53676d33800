package ibid.search;

import ibid.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A retriever with given rankings, for failures and slow searches. Every article is in the collection. */
public record FakeRetriever(Search search) implements Retriever {

    /** The test's ranking for a query. */
    public interface Search {

        Ranking retrieve(Query query, int depth);
    }

    @Override
    public Ranking retrieve(Query query, int depth) {
        return search.retrieve(query, depth);
    }

    @Override
    public List<Ranking> retrieve(List<Query> queries, ToIntFunction<Query> depth) {
        List<Ranking> rankings = new ArrayList<>();
        for (Query query : queries) {
            rankings.add(search.retrieve(query, depth.applyAsInt(query)));
        }
        return rankings;
    }

    @Override
    public String generation() {
        return "fake";
    }

    @Override
    public boolean holds(Article article) {
        return true;
    }
}
