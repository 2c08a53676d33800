package ibid.answer.extract;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.validity.Validity;
import ibid.search.Ranking;
import java.util.List;
import java.util.Optional;

/** Drafts an answer in rows: a timeline, a comparison or an overview. */
final class GatheredDrafter {

    private GatheredDrafter() {}

    /** @param missing what of the question the articles leave open, or empty */
    static Draft.Extracted draft(QuestionAnalysis question, Ranking ranking, String missing) {
        List<ScoredCandidate> ranked = new Validity(question, ranking)
                .admitRows(Relevance.rank(SentenceFeatures.measure(question, ranking)));
        double confidence = ranked.isEmpty() ? 0 : ranked.getFirst().score();
        List<RowGrouping.Row> rows = RowGrouping.group(question, ranked);
        if (rows.isEmpty()) {
            return new Draft.Nothing(Draft.NO_ANSWER, ClosestSentence.of(ranked, List.of()), confidence);
        }
        String open = missing.isEmpty() ? RowGrouping.describeUncovered(question, rows) : missing;
        List<DraftSentence> sentences = new SentenceWording(false).wordRows(rows);
        return new Draft.Written(Optional.empty(), sentences, open, question.shape(), List.of(), confidence);
    }
}
