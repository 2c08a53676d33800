package ibid.search;

import ibid.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A retriever whose rankings a test makes up, for what goes wrong or takes long. Every article is still there. */
public record FakeRetriever(Search search) implements Retriever {

    /** What the test makes of a query. */
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
