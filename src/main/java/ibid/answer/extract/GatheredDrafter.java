package ibid.answer.extract;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.validity.Validity;
import ibid.search.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drafts an answer in rows: a timeline, a comparison or an overview. */
final class GatheredDrafter {

    private GatheredDrafter() {}

    /** @param missing what of the question the articles leave open, or empty */
    static Draft.Extracted draft(QuestionAnalysis question, Ranking ranking, String missing) {
        List<ScoredCandidate> ranked = 
                new Validity(question, ranking).admitRows(rank(SentenceFeatures.measure(question, ranking)));
        double confidence = ranked.isEmpty() ? 0 : ranked.getFirst().score();
        List<RowGrouping.Row> rows = RowGrouping.group(question, ranked);
        if (rows.isEmpty()) {
            return new Draft.Nothing("None of the passages found says anything about this.", confidence);
        }
        String open = missing.isEmpty() ? RowGrouping.describeUncovered(question, rows) : missing;
        List<DraftSentence> sentences = new SentenceWording(false).wordRows(rows);
        return new Draft.Written(Optional.empty(), sentences, open, question.shape(), List.of(), confidence);
    }

    private static List<ScoredCandidate> rank(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> new ScoredCandidate(candidate, scoreRelevance(candidate)))
                .sorted(Comparator.comparingDouble(ScoredCandidate::score).reversed())
                .toList();
    }

    /**
     * How relevant a sentence is to a question: by its embedding and by the question's terms in it and in its context.
     */
    private static double scoreRelevance(Candidate candidate) {
        double cosine = candidate.feature(SentenceFeature.SENTENCE_COSINE);
        double relevance = (cosine + candidate.feature(SentenceFeature.CONTEXT_TERM_SHARE)) / 2;
        boolean saysLittle =
                candidate.feature(SentenceFeature.IS_QUESTION) + candidate.feature(SentenceFeature.IS_STUB) > 0;
        return saysLittle ? relevance / 2 : relevance;
    }
}
