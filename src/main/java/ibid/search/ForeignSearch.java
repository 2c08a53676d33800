package ibid.search;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.language.QuestionLanguage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a question in a language other than English. The index is analyzed as English, so a stem stands for all
 * index terms that have it, and two neighbouring Chinese signs for a phrase.
 */
final class ForeignSearch {

    private static final List<String> FIELDS = List.of(IndexFields.TITLE, IndexFields.HEADING, IndexFields.BODY);
    private static final int MIN_PREFIX_CHARS = 3; // a shorter prefix fits too many index terms
    private static final int MAX_FORMS = 60;
    private static final String CHINESE = "zh";

    private final IndexSearcher searcher;
    private final String language;

    ForeignSearch(IndexSnapshot snapshot, String language) {
        this.searcher = snapshot.searcher();
        this.language = language;
    }

    /** The question's distinct stems, or pairs of signs, with their weights. */
    List<QueryTerm> terms(String question, int passageCount) throws IOException {
        Map<String, QueryTerm> terms = new LinkedHashMap<>();
        for (IndexTerms.Term written : IndexTerms.in(withoutAskingWords(question), language)) {
            int passages = searcher.count(query(written.term(), written.word()));
            double idf = LexicalSearch.idf(passageCount, passages);
            terms.putIfAbsent(written.term(), new QueryTerm(written.term(), written.word(), passages, idf));
        }
        return List.copyOf(terms.values());
    }

    /** Chinese words that ask are blanked; those of the other languages are stop words. */
    private String withoutAskingWords(String question) {
        if (!language.equals(CHINESE)) {
            return question;
        }
        String rest = question;
        List<String> longestFirst = new ArrayList<>(QuestionLanguage.askingWords(language));
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        for (String word : longestFirst) {
            rest = rest.replace(word, " ".repeat(word.length()));
        }
        return rest;
    }

    /** Passages that hold the term in any of its forms. */
    Query query(String term, String word) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (language.equals(CHINESE)) {
            FIELDS.forEach(field -> any.add(phrase(field, term), Occur.SHOULD));
        } else {
            for (String form : forms(term, word)) {
                FIELDS.forEach(field -> any.add(new TermQuery(new Term(field, form)), Occur.SHOULD));
            }
        }
        return any.build();
    }

    private static Query phrase(String field, String signs) {
        List<String> singles = IndexTerms.of(signs);
        return new PhraseQuery(field, singles.toArray(String[]::new));
    }

    /** The index terms with that stem, the word itself among them. */
    private Set<String> forms(String stem, String word) throws IOException {
        Set<String> forms = new HashSet<>(IndexTerms.of(word));
        String first = forms.isEmpty() ? stem : forms.iterator().next();
        String prefix = commonPrefix(stem, first);
        if (prefix.length() >= MIN_PREFIX_CHARS) {
            for (String field : FIELDS) {
                addForms(forms, field, prefix, stem);
            }
        }
        return forms;
    }

    private void addForms(Set<String> forms, String field, String prefix, String stem) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Terms terms = MultiTerms.getTerms(reader, field);
        TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
        boolean isInside = all.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
        while (isInside && forms.size() < MAX_FORMS) {
            String term = all.term().utf8ToString();
            if (!term.startsWith(prefix)) {
                return;
            }
            if (IndexTerms.of(term, language).contains(stem)) {
                forms.add(term);
            }
            isInside = all.next() != null;
        }
    }

    private static String commonPrefix(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return one.substring(0, end);
    }
}
