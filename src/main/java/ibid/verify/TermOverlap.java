package ibid.verify;

import ibid.search.IndexTerms;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Share of one text's terms that another text also has. */
final class TermOverlap {

    private TermOverlap() {}

    /** Share with repetitions; 0 if the text has no terms. */
    static double repeatedShare(String text, String other) {
        return share(IndexTerms.of(text), other);
    }

    /** Share of distinct terms. */
    static double share(Collection<String> terms, String other) {
        if (terms.isEmpty()) {
            return 0;
        }
        Set<String> others = new HashSet<>(IndexTerms.of(other));
        return terms.stream().filter(others::contains).count() / (double) terms.size();
    }

    static Set<String> terms(String text) {
        List<String> terms = IndexTerms.of(text);
        return new HashSet<>(terms);
    }
}
