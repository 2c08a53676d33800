package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import java.util.List;
import java.util.Optional;

/** Finds the sentence that comes nearest to a question without being an answer that can be trusted. */
final class ClosestSentence {

    private static final double MIN_TERM_SHARE = 0.5; // of the question's terms: less is another subject
    private static final int MAX_RANKED = 5; // as many as the reader reads; the order of the others is a guess

    private ClosestSentence() {}

    /**
     * The first of the ranked sentences that is about what the question asks; where none is ranked, the most relevant
     * of the candidates that is.
     */
    static Optional<Citation> of(List<ScoredCandidate> ranked, List<Candidate> candidates) {
        List<ScoredCandidate> best = ranked.isEmpty() ? Relevance.rank(candidates) : ranked;
        return best.stream()
                .limit(MAX_RANKED)
                .map(ScoredCandidate::candidate)
                .filter(ClosestSentence::isNear)
                .findFirst()
                .map(candidate -> new Citation(candidate.hit(), candidate.span()));
    }

    private static boolean isNear(Candidate candidate) {
        return candidate.feature(SentenceFeature.CONTEXT_TERM_SHARE) >= MIN_TERM_SHARE
                && candidate.feature(SentenceFeature.CONTEXT_NAME_SHARE) > 0;
    }
}
