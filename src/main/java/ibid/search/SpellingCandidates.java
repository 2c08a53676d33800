package ibid.search;

import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.TermAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.search.spell.StringDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Finds words of the index, and their aliases, with nearly the spelling of a term. All begin with its first letter. */
final class SpellingCandidates {

    private static final int MIN_PASSAGES = 3; // rarer words may be misspelled themselves
    private static final int MAX_CANDIDATES = 50;
    private static final List<String> FIELDS = List.of(IndexFields.BODY, IndexFields.TITLE);
    private static final Set<String> ALIASES = TermAnalyzer.aliasWords();
    private static final StringDistance SIMILARITY = new LuceneLevenshteinDistance();

    /** @param passages that contain it */
    record Candidate(String word, int passages) {}

    private SpellingCandidates() {}

    /**
     * The most frequent first.
     *
     * @param maxEdits maximum edits, 1 or 2: a letter removed, added, changed or exchanged with its neighbour
     */
    static List<Candidate> of(String term, IndexSnapshot snapshot, int maxEdits) throws IOException {
        IndexReader reader = snapshot.searcher().getIndexReader();
        Map<String, Integer> passages = wordsNear(term, maxEdits, reader);
        for (String alias : ALIASES) {
            if (isNear(term, alias, maxEdits)) {
                passages.merge(alias, aliasPassages(alias, reader), Math::max);
            }
        }
        return mostFrequentFirst(passages);
    }

    private static Map<String, Integer> wordsNear(String term, int maxEdits, IndexReader reader) throws IOException {
        Map<String, Integer> passages = new HashMap<>();
        DirectSpellChecker checker = checker(maxEdits);
        for (String field : FIELDS) {
            for (SuggestWord word : suggestions(checker, new Term(field, term), reader)) {
                passages.merge(word.string, word.freq, Math::max);
            }
        }
        return passages;
    }

    private static DirectSpellChecker checker(int maxEdits) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(maxEdits);
        checker.setMinPrefix(1);
        checker.setAccuracy(0);
        checker.setThresholdFrequency(MIN_PASSAGES - 1); // exclusive limit
        return checker;
    }

    private static SuggestWord[] suggestions(DirectSpellChecker checker, Term term, IndexReader reader)
            throws IOException {
        return checker.suggestSimilar(term, MAX_CANDIDATES, reader, SuggestMode.SUGGEST_ALWAYS);
    }

    /** Lucene's checker knows words of the index only; an alias is not in it, only the word it is mapped to. */
    private static boolean isNear(String term, String alias, int maxEdits) {
        if (alias.charAt(0) != term.charAt(0)) {
            return false;
        }
        int shorter = Math.min(term.length(), alias.length());
        long edits = Math.round((1 - SIMILARITY.getDistance(term, alias)) * shorter);
        return edits <= maxEdits;
    }

    private static int aliasPassages(String alias, IndexReader reader) throws IOException {
        return reader.docFreq(new Term(IndexFields.BODY, IndexTerms.of(alias).getFirst()));
    }

    private static List<Candidate> mostFrequentFirst(Map<String, Integer> passages) {
        List<Candidate> candidates = new ArrayList<>();
        passages.forEach((word, count) -> {
            if (count >= MIN_PASSAGES) {
                candidates.add(new Candidate(word, count));
            }
        });
        candidates.sort(Comparator.comparingInt(Candidate::passages).reversed().thenComparing(Candidate::word));
        return candidates;
    }
}
