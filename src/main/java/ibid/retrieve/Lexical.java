package ibid.retrieve;

import ibid.index.Fields;
import ibid.index.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The words leg: BM25 over title, heading and body as one field with weights (BM25F; Robertson, Zaragoza and Taylor, CIKM 2004). */
final class Lexical {

    private static final float TITLE_WEIGHT = 2;     // tried 1, 2, 3, 5: eval/README.md, "Passages and titles"
    private static final float HEADING_WEIGHT = 1.5f;

    private Lexical() {}

    static List<ScoreDoc> search(Snapshot snapshot, List<QueryTerm> terms, Filters filters, int depth) throws IOException {
        if (terms.isEmpty()) return List.of();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (QueryTerm term : terms) {
            query.add(new CombinedFieldQuery.Builder(term.term()).addField(Fields.TITLE, TITLE_WEIGHT).addField(Fields.HEADING, HEADING_WEIGHT)
                    .addField(Fields.BODY, 1).build(), BooleanClause.Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1).add(filter(filters), BooleanClause.Occur.FILTER);
        return List.of(snapshot.searcher().search(query.build(), depth).scoreDocs);
    }

    /** The query's distinct terms with their weights in this generation. */
    static List<QueryTerm> terms(Snapshot snapshot, String query) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        Terms.in(query).forEach(term -> words.putIfAbsent(term.term(), term.word()));
        IndexSearcher searcher = snapshot.searcher();
        int all = snapshot.passageCount();
        List<QueryTerm> terms = new ArrayList<>();
        for (Map.Entry<String, String> word : words.entrySet()) {
            int passages = 0;
            for (String field : List.of(Fields.TITLE, Fields.HEADING, Fields.BODY)) {
                passages = Math.max(passages, searcher.getIndexReader().docFreq(new Term(field, word.getKey())));
            }
            terms.add(new QueryTerm(word.getKey(), word.getValue(), passages, Math.log(1 + (Math.max(0, all - passages) + 0.5) / (passages + 0.5))));
        }
        return terms;
    }

    /** The documents both legs may see: passages that pass the filters. */
    static BooleanQuery filter(Filters filters) {
        BooleanQuery.Builder allowed = new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.KIND, "passage")), BooleanClause.Occur.FILTER);
        if (!filters.publishers().isEmpty()) {
            allowed.add(new TermInSetQuery(Fields.PUBLISHER, filters.publishers().stream().map(BytesRef::new).toList()), BooleanClause.Occur.FILTER);
        }
        if (!filters.articles().isEmpty()) {
            allowed.add(new TermInSetQuery(Fields.ARTICLE_ID, filters.articles().stream().map(id -> new BytesRef(id.value())).toList()), BooleanClause.Occur.FILTER);
        }
        if (filters.boundByDate()) {
            allowed.add(LongPoint.newRangeQuery(Fields.PUBLISHED, filters.from().toEpochDay(), filters.to().toEpochDay()), BooleanClause.Occur.FILTER);
        }
        return allowed.build();
    }
}
