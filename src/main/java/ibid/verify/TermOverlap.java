package ibid.verify;

import ibid.search.IndexTerms;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Share of one text's terms that another has too. */
final class TermOverlap {

    private TermOverlap() {}

    /** Each term counted as often as the text has it. 0 where it has none. */
    static double repeatedShare(String text, String other) {
        return share(IndexTerms.of(text), other);
    }

    /** Each term counted once. */
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
