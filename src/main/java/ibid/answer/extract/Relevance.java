package ibid.answer.extract;

import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import java.util.Comparator;
import java.util.List;

/** Scores how relevant a sentence is to a question, whether or not it answers. */
final class Relevance {

    private Relevance() {}

    /** Best first. */
    static List<ScoredCandidate> rank(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new ScoredCandidate(candidate, score(candidate)))
                .sorted(Comparator.comparingDouble(ScoredCandidate::score).reversed())
                .toList();
    }

    /** By its embedding and by the question's terms in it and in its context. */
    private static double score(Candidate candidate) {
        double cosine = candidate.feature(SentenceFeature.SENTENCE_SIMILARITY);
        double relevance = (cosine + candidate.feature(SentenceFeature.CONTEXT_TERM_SHARE)) / 2;
        boolean saysLittle =
                candidate.feature(SentenceFeature.IS_QUESTION) + candidate.feature(SentenceFeature.IS_STUB) > 0;
        return saysLittle ? relevance / 2 : relevance;
    }
}
