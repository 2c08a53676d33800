package ibid.answer.validity;

import ibid.answer.Draft;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.List;
import java.util.Optional;

/** Which sentences hold for a question: no withdrawn value, the newest value, the present holder. One use each. */
public final class Validity {

    private final QuestionAnalysis question;
    private final Withdrawals withdrawals;

    public Validity(QuestionAnalysis question, Ranking ranking) {
        this.question = question;
        this.withdrawals = new Withdrawals(question, ranking.hits());
    }

    /** The same without withdrawn values among what answers, so that nothing marks them. */
    public List<Candidate> withoutWithdrawn(List<Candidate> candidates) {
        return withdrawals.withoutWithdrawn(candidates);
    }

    /** Those that state no value that was withdrawn. */
    public List<Candidate> admit(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> !withdrawals.isStatedBy(candidate))
                .toList();
    }

    /** Those that state no value that was withdrawn, unless the question asks for it. */
    public List<ScoredCandidate> admitRows(List<ScoredCandidate> ranked) {
        return withdrawals.admitRows(ranked);
    }

    /** What the short answer to the question replaces, if that was withdrawn. */
    public Optional<Draft.Corrected> corrected(Hit hit, String sentence, String shortAnswer) {
        return withdrawals.corrected(hit, sentence, shortAnswer);
    }

    /** @param ranked best first */
    public CurrentOrder order(List<ScoredCandidate> ranked) {
        if (ranked.isEmpty()) {
            return CurrentOrder.unchanged(ranked);
        }
        CurrentOrder valid = withdrawals.order(ranked);
        if (!valid.together().isEmpty() || valid.ranked().isEmpty()) {
            return valid;
        }
        Optional<ScoredCandidate> denial = DeniedPremise.in(question, valid.ranked());
        if (denial.isPresent()) {
            return CurrentOrder.of(valid.ranked(), denial.get(), List.of(), List.of());
        }
        CurrentOrder byValue = CurrentValue.order(question, valid.ranked());
        return byValue.ranked().equals(valid.ranked()) ? OfficeHolder.order(question, valid.ranked()) : byValue;
    }

    /** Whether a sentence says that what the question takes for granted is not so. */
    public boolean isDenial(ScoredCandidate one) {
        return DeniedPremise.isDenial(question, one);
    }
}
