package ibid.answer.extract;

import ibid.article.Imprint;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence that might be shown.
 *
 * @param score estimated probability that it answers, or, where an answer gathers, how much it belongs there; 0 to 1
 */
record Candidate(SentenceFeatures.Looked looked, double score) {

    Hit hit() {
        return looked.hit();
    }

    Span span() {
        return looked.span();
    }

    String text() {
        return looked.text();
    }

    Imprint imprint() {
        return hit().article().imprint();
    }

    String article() {
        return hit().article().id().value();
    }

    /** The words of it that are of the kind asked for and stand nearest to the question's. */
    Optional<String> answer() {
        return looked.answer().map(AnswerType.Match::text);
    }

    boolean sameArticle(Candidate other) {
        return article().equals(other.article());
    }

    /** Shared terms by all terms of the two (Jaccard). */
    double likeness(Candidate other) {
        Set<String> all = new HashSet<>(terms()), shared = new HashSet<>(all);
        all.addAll(other.terms());
        shared.retainAll(other.terms());
        return all.isEmpty() ? 0 : (double) shared.size() / all.size();
    }

    private Set<String> terms() {
        Set<String> terms = new HashSet<>();
        for (IndexTerms.Term term : looked.terms()) terms.add(term.term());
        return terms;
    }
}
