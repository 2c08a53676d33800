package ibid.search;

import ibid.article.ArticleId;
import ibid.index.IndexFields;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The documents every way of searching may see: passages that pass the filters. */
final class FilterQuery {

    private FilterQuery() {}

    static BooleanQuery of(SearchFilters filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexFields.KIND, "passage")), Occur.FILTER);
        if (!filters.publishers().isEmpty()) {
            query.add(anyOf(IndexFields.PUBLISHER, filters.publishers()), Occur.FILTER);
        }
        if (!filters.articles().isEmpty()) {
            query.add(anyOf(IndexFields.ARTICLE_ID, values(filters.articles())), Occur.FILTER);
        }
        if (filters.boundByDate()) {
            query.add(published(filters), Occur.FILTER);
        }
        return query.build();
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static List<String> values(List<ArticleId> ids) {
        List<String> values = new ArrayList<>();
        for (ArticleId id : ids) {
            values.add(id.value());
        }
        return values;
    }

    private static Query published(SearchFilters filters) {
        long from = filters.from().toEpochDay();
        long to = filters.to().toEpochDay();
        return LongPoint.newRangeQuery(IndexFields.PUBLISHED, from, to);
    }
}
