package ibid.answer;

import ibid.corpus.Span;
import ibid.retrieve.Hit;
import java.util.Set;

/**
 * A sentence that might answer.
 *
 * @param at    its place among the passage's sentences
 * @param terms its index terms
 * @param score estimated probability that it answers, 0 to 1
 * @param named whether its passage or title holds every name of the question
 */
record Candidate(Hit hit, int at, Set<String> terms, double score, boolean named) {

    Candidate {
        terms = Set.copyOf(terms);
    }

    Span span() {
        return hit.passage().sentences().get(at);
    }

    String text() {
        return hit.article().text().slice(span());
    }

    boolean sameArticle(Candidate other) {
        return hit.article().id().equals(other.hit.article().id());
    }

    /** Shared terms by all terms of the two (Jaccard). */
    double likeness(Candidate other) {
        if (terms.isEmpty() || other.terms.isEmpty()) return 0;
        long shared = terms.stream().filter(other.terms::contains).count();
        return (double) shared / (terms.size() + other.terms.size() - shared);
    }
}
