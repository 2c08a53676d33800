package ibid.search;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The words leg: BM25 over title, heading and body as one field with weights (BM25F; Robertson, Zaragoza and Taylor,
 * CIKM 2004).
 */
final class LexicalSearch {

    private static final float TITLE_WEIGHT = 2; // tried 0, 1, 2, 4: eval/journal.md, "What was tried"
    private static final float HEADING_WEIGHT = 1.5f;

    /**
     * Words that say how something is asked, not what is asked about; rare enough in news for BM25 to take "how much"
     * for a subject.
     */
    private static final Set<String> ASKING = Set.of(
            ("what which who whom whose when where why how much many do does did has have had having can could would shall should may might must been being am "
                            + "his her its our my your their he she we you i him them me us all any some each both most more other own same just only very too also so than up out about over under between during before after again "
                            + "further once while because until from here")
                    .split(" "));

    private LexicalSearch() {}

    static List<ScoreDoc> search(IndexSnapshot snapshot, List<QueryTerm> terms, BooleanQuery allowed, int depth)
            throws IOException {
        if (terms.isEmpty()) return List.of();
        List<QueryTerm> telling = terms.stream()
                .filter(term -> !ASKING.contains(term.term())
                        || !ASKING.contains(term.word().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (QueryTerm term : telling.isEmpty() ? terms : telling) {
            query.add(
                    new CombinedFieldQuery.Builder(term.term())
                            .addField(IndexFields.TITLE, TITLE_WEIGHT)
                            .addField(IndexFields.HEADING, HEADING_WEIGHT)
                            .addField(IndexFields.BODY, 1)
                            .build(),
                    BooleanClause.Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1).add(allowed, BooleanClause.Occur.FILTER);
        return List.of(snapshot.searcher().search(query.build(), depth).scoreDocs);
    }

    /** The query's distinct terms with their weights in this generation, slips of the pen set right. */
    static List<QueryTerm> terms(IndexSnapshot snapshot, String query) throws IOException {
        Map<String, QueryTerm> terms = new LinkedHashMap<>();
        for (IndexTerms.Term written : IndexTerms.in(query)) {
            if (terms.values().stream().anyMatch(known -> known.word().equals(written.word()))) continue;
            QueryTerm term = term(snapshot, written.term(), written.word());
            terms.putIfAbsent(term.term(), term);
        }
        return List.copyOf(terms.values());
    }

    private static QueryTerm term(IndexSnapshot snapshot, String term, String word) throws IOException {
        int passages = passages(snapshot, term);
        Optional<String> meant = passages > 0 ? Optional.empty() : SpellingCorrection.meant(snapshot, term, word);
        if (meant.isPresent()) return term(snapshot, IndexTerms.of(meant.get()).getFirst(), word);
        return new QueryTerm(
                term,
                word,
                passages,
                Math.log(1 + (Math.max(0, snapshot.passageCount() - passages) + 0.5) / (passages + 0.5)));
    }

    private static int passages(IndexSnapshot snapshot, String term) throws IOException {
        int passages = 0;
        for (String field : List.of(IndexFields.TITLE, IndexFields.HEADING, IndexFields.BODY))
            passages = Math.max(passages, snapshot.searcher().getIndexReader().docFreq(new Term(field, term)));
        return passages;
    }

    /** The documents every leg may see: passages that pass the filters. */
    static BooleanQuery filter(SearchFilters filters) {
        BooleanQuery.Builder allowed = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexFields.KIND, "passage")), BooleanClause.Occur.FILTER);
        if (!filters.publishers().isEmpty()) {
            allowed.add(
                    new TermInSetQuery(
                            IndexFields.PUBLISHER,
                            filters.publishers().stream().map(BytesRef::new).toList()),
                    BooleanClause.Occur.FILTER);
        }
        if (!filters.articles().isEmpty()) {
            allowed.add(
                    new TermInSetQuery(
                            IndexFields.ARTICLE_ID,
                            filters.articles().stream()
                                    .map(id -> new BytesRef(id.value()))
                                    .toList()),
                    BooleanClause.Occur.FILTER);
        }
        if (filters.boundByDate()) {
            allowed.add(
                    LongPoint.newRangeQuery(
                            IndexFields.PUBLISHED,
                            filters.from().toEpochDay(),
                            filters.to().toEpochDay()),
                    BooleanClause.Occur.FILTER);
        }
        return allowed.build();
    }
}
