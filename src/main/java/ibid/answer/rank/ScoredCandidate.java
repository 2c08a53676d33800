package ibid.answer.rank;

import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.article.Imprint;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A candidate with its score.
 *
 * @param score estimated probability that it answers, or its relevance if the answer gathers; 0 to 1
 */
public record ScoredCandidate(Candidate candidate, double score) {

    /** Below it the words of the type asked for are not the answer in two of five cases (the project's questions). */
    private static final double MIN_SCORE_TO_MARK = 0.33;

    private static final double MAX_LOG_ODDS = 12; // a score of 0 or 1 has none

    /** The same with one of them first. */
    public static List<ScoredCandidate> withFirst(ScoredCandidate first, List<ScoredCandidate> ranked) {
        List<ScoredCandidate> order = new ArrayList<>(ranked);
        order.remove(first);
        order.addFirst(first);
        return order;
    }

    /** Of its score. */
    public double logOdds() {
        return Math.clamp(Math.log(score / (1 - score)), -MAX_LOG_ODDS, MAX_LOG_ODDS);
    }

    public Hit hit() {
        return candidate.hit();
    }

    public Span span() {
        return candidate.span();
    }

    public String text() {
        return candidate.text();
    }

    public Imprint imprint() {
        return hit().article().imprint();
    }

    public String articleId() {
        return hit().article().id().value();
    }

    /** Whether it is from an article that corrects another. */
    public boolean isOfCorrection() {
        return hit().article().correctsAnother();
    }

    /** Its words that have the type asked for. */
    public Optional<String> answer() {
        return candidate.answer().map(AnswerMatch::text);
    }

    /** The words to show as the answer: the sentence probably answers, and they are surely of the type asked for. */
    public Optional<AnswerExtent> shownAnswer() {
        if (score < MIN_SCORE_TO_MARK) {
            return Optional.empty();
        }
        Optional<AnswerMatch> chosen = candidate.answer().filter(AnswerMatch::isExact);
        if (chosen.isPresent()) {
            return chosen.map(AnswerMatch::extent);
        }
        List<AnswerMatch> exact =
                candidate.answerMatches().stream().filter(AnswerMatch::isExact).toList();
        return exact.size() == 1 ? Optional.of(exact.getFirst().extent()) : Optional.empty();
    }

    /** Whether both hold the same words of the type asked for. */
    public boolean hasSameAnswer(ScoredCandidate other) {
        return answer().isPresent()
                && other.answer().isPresent()
                && answer().get().equalsIgnoreCase(other.answer().get());
    }

    public boolean isOfSameArticle(ScoredCandidate other) {
        return articleId().equals(other.articleId());
    }

    /** Jaccard index of the two sentences' terms, 0 to 1. */
    public double computeSimilarity(ScoredCandidate other) {
        Set<String> terms = collectTerms();
        Set<String> otherTerms = other.collectTerms();
        Set<String> shared = new HashSet<>(terms);
        shared.retainAll(otherTerms);
        int all = terms.size() + otherTerms.size() - shared.size();
        return all == 0 ? 0 : (double) shared.size() / all;
    }

    private Set<String> collectTerms() {
        Set<String> terms = new HashSet<>();
        for (IndexTerms.Term term : candidate.terms()) {
            terms.add(term.term());
        }
        return terms;
    }
}
