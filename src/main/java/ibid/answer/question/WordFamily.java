package ibid.answer.question;

import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import java.util.HashMap;
import java.util.Map;

/** Finds words of the passages that are related to a word which no passage has: "recognise" to "recognition". */
final class WordFamily {

    private static final int MIN_PREFIX = 4; // letters
    private static final double MIN_PREFIX_SHARE =
            0.54; // of the longer word: "dissolution" and "dissolve" share 6 of 11

    private final Map<String, Integer> counts = new HashMap<>();

    WordFamily(Ranking ranking) {
        for (Hit hit : ranking.hits()) {
            String text = hit.article().text().slice(hit.passage().span());
            IndexTerms.of(text).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
    }

    /** The term itself where a passage has it; else the most frequent one of its family, or itself. */
    QueryTerm known(QueryTerm term) {
        if (term.passages() > 0) {
            return term;
        }
        QueryTerm known = term;
        for (Map.Entry<String, Integer> other : counts.entrySet()) {
            if (other.getValue() > known.passages() && areAkin(term.term(), other.getKey())) {
                known = new QueryTerm(other.getKey(), term.word(), other.getValue(), term.idf());
            }
        }
        return known;
    }

    private static boolean areAkin(String one, String other) {
        int prefix = 0;
        while (prefix < Math.min(one.length(), other.length()) && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return prefix >= MIN_PREFIX && prefix >= MIN_PREFIX_SHARE * Math.max(one.length(), other.length());
    }
}
