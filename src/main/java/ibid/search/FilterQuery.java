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

/** The documents that a search may see: those of one kind, mostly passages, that pass the filters. */
final class FilterQuery {

    private FilterQuery() {}

    /** Passages that pass the filters. */
    static BooleanQuery of(SearchFilters filters) {
        return of("passage", filters).build();
    }

    /** Documents of a kind of the articles selected, whatever words they hold. */
    static BooleanQuery of(String kind, ArticleSearch.Selection selection) {
        BooleanQuery.Builder query = of(kind, selection.filters());
        if (!selection.publishers().isEmpty()) {
            query.add(anyOf(IndexFields.PUBLISHER, selection.publishers()), Occur.FILTER);
        }
        if (!selection.authors().isEmpty()) {
            query.add(anyOf(IndexFields.AUTHOR, selection.authors()), Occur.FILTER);
        }
        return query.build();
    }

    private static BooleanQuery.Builder of(String kind, SearchFilters filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexFields.KIND, kind)), Occur.FILTER);
        for (Query filter : chosen(filters)) {
            query.add(filter, Occur.FILTER);
        }
        return query;
    }

    private static List<Query> chosen(SearchFilters filters) {
        List<Query> chosen = new ArrayList<>();
        if (!filters.publishers().isEmpty()) {
            chosen.add(anyOf(IndexFields.PUBLISHER, filters.publishers()));
        }
        if (!filters.articles().isEmpty()) {
            chosen.add(anyOf(IndexFields.ARTICLE_ID, values(filters.articles())));
        }
        if (!filters.topics().isEmpty()) {
            chosen.add(anyOf(IndexFields.TOPIC, filters.topics()));
        }
        if (!filters.languages().isEmpty()) {
            chosen.add(anyOf(IndexFields.LANGUAGE, filters.languages()));
        }
        if (filters.boundByDate()) {
            chosen.add(published(filters));
        }
        return chosen;
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
