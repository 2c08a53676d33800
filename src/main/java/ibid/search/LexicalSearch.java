package ibid.search;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.language.QuestionLanguage;
import ibid.language.WordList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;

/**
 * Search by words: BM25 over title, heading and body as one field with weights (BM25F; Robertson, Zaragoza and Taylor,
 * CIKM 2004).
 */
final class LexicalSearch {

    private static final int MAX_TERMS = 100; // Lucene takes 1,024 clauses in all, and a term may need several
    private static final Set<String> ASKING_WORDS = WordList.read(LexicalSearch.class, "asking-words.txt");

    private LexicalSearch() {}

    /**
     * What finds passages by the terms; empty if there are none.
     *
     * @param language of the question that the terms are of
     */
    static Optional<BooleanQuery> query(IndexSnapshot snapshot, String language, List<QueryTerm> terms)
            throws IOException {
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (org.apache.lucene.search.Query term : queries(snapshot, language, rarest(terms))) {
            query.add(term, Occur.SHOULD);
        }
        return Optional.of(query.build());
    }

    private static List<QueryTerm> rarest(List<QueryTerm> terms) {
        if (terms.size() <= MAX_TERMS) {
            return terms;
        }
        return terms.stream()
                .filter(term -> term.passages() > 0)
                .sorted(Comparator.comparingDouble(QueryTerm::idf).reversed())
                .limit(MAX_TERMS)
                .toList();
    }

    private static List<org.apache.lucene.search.Query> queries(
            IndexSnapshot snapshot, String language, List<QueryTerm> terms) throws IOException {
        List<org.apache.lucene.search.Query> queries = new ArrayList<>();
        if (language.equals(QuestionLanguage.ENGLISH)) {
            withoutAskingWords(terms).forEach(term -> queries.add(anyField(term.term())));
            return queries;
        }
        ForeignSearch foreign = new ForeignSearch(snapshot, language);
        for (QueryTerm term : terms) {
            queries.add(foreign.query(term.term(), term.word()));
        }
        return queries;
    }

    /** Falls back to all terms if there are no others. */
    private static List<QueryTerm> withoutAskingWords(List<QueryTerm> terms) {
        List<QueryTerm> others =
                terms.stream().filter(term -> !isAskingWord(term)).toList();
        return others.isEmpty() ? terms : others;
    }

    private static boolean isAskingWord(QueryTerm term) {
        boolean isName = term.word().length() > 1 && term.word().chars().allMatch(Character::isUpperCase); // the US
        return !isName
                && ASKING_WORDS.contains(term.term())
                && ASKING_WORDS.contains(term.word().toLowerCase(Locale.ROOT));
    }

    private static CombinedFieldQuery anyField(String term) {
        CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
        IndexFields.WORDS.forEach(query::addField);
        return query.build();
    }

    /** The query's distinct terms with their weights in this generation, after spelling correction. */
    static List<QueryTerm> terms(IndexSnapshot snapshot, String query) throws IOException {
        String language = QuestionLanguage.of(query);
        if (!language.equals(QuestionLanguage.ENGLISH)) {
            return new ForeignSearch(snapshot, language).terms(query, snapshot.passageCount());
        }
        Map<String, QueryTerm> terms = new LinkedHashMap<>();
        Set<String> words = new HashSet<>();
        for (IndexTerms.Term written : IndexTerms.in(query)) {
            if (!words.contains(written.word())) {
                QueryTerm term = term(snapshot, written.term(), written.word());
                boolean isNew = terms.putIfAbsent(term.term(), term) == null;
                words.addAll(isNew ? Set.of(term.word()) : Set.of());
            }
        }
        return List.copyOf(terms.values());
    }

    private static QueryTerm term(IndexSnapshot snapshot, String term, String word) throws IOException {
        int passages = passages(snapshot, term);
        if (passages == 0) {
            Optional<String> meant = SpellingCorrection.correct(snapshot, term, word);
            if (meant.isPresent()) {
                return term(snapshot, IndexTerms.of(meant.get()).getFirst(), word);
            }
        }
        return new QueryTerm(term, word, passages, idf(snapshot.passageCount(), passages));
    }

    /** The inverse document frequency of BM25. */
    static double idf(int total, int passages) {
        int others = Math.max(0, total - passages);
        return Math.log(1 + (others + 0.5) / (passages + 0.5));
    }

    private static int passages(IndexSnapshot snapshot, String term) throws IOException {
        IndexReader reader = snapshot.searcher().getIndexReader();
        int passages = 0;
        for (String field : IndexFields.WORDS.keySet()) {
            passages = Math.max(passages, reader.docFreq(new Term(field, term)));
        }
        return passages;
    }
}
