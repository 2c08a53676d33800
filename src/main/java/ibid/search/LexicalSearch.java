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
import org.apache.lucene.search.ScoreDoc;

/**
 * Search by words: BM25 over title, heading and body as one field with weights (BM25F; Robertson, Zaragoza and Taylor,
 * CIKM 2004).
 */
final class LexicalSearch {

    private static final float TITLE_WEIGHT = 2; // tried 0, 1, 2, 4: eval/journal.md, "What was tried"
    private static final float HEADING_WEIGHT = 1.5f;
    private static final int MAX_TERMS = 100; // Lucene takes 1,024 clauses in all, and a term may need several
    private static final List<String> FIELDS = List.of(IndexFields.TITLE, IndexFields.HEADING, IndexFields.BODY);
    private static final Set<String> ASKING_WORDS = WordList.read(LexicalSearch.class, "asking-words.txt");

    private LexicalSearch() {}

    /** @param language of the question that the terms are of */
    static List<ScoreDoc> search(
            IndexSnapshot snapshot, String language, List<QueryTerm> terms, BooleanQuery allowed, int depth)
            throws IOException {
        if (terms.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (org.apache.lucene.search.Query term : queries(snapshot, language, rarest(terms))) {
            query.add(term, Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1).add(allowed, Occur.FILTER);
        return List.of(snapshot.searcher().search(query.build(), depth).scoreDocs);
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
        return new CombinedFieldQuery.Builder(term)
                .addField(IndexFields.TITLE, TITLE_WEIGHT)
                .addField(IndexFields.HEADING, HEADING_WEIGHT)
                .addField(IndexFields.BODY, 1)
                .build();
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
        for (String field : FIELDS) {
            passages = Math.max(passages, reader.docFreq(new Term(field, term)));
        }
        return passages;
    }
}
