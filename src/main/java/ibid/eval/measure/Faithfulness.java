package ibid.eval.measure;

import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import java.util.List;

/**
 * The share of an answer's claims that the retrieved passages support, cited or not (Es et al., RAGAS, EACL 2024). Each
 * sentence counts as one claim, since Ibid's sentences state one fact each. Not defined for a refusal, which is scored
 * by its outcome.
 *
 * @param supported claims with full support
 * @param failures  judgements that failed, each counted as not supported
 */
record Faithfulness(int claims, int supported, int failures) {

    /** @param context the texts of the retrieved passages, as the judge sees them */
    static Faithfulness of(List<String> claims, List<String> context, Judge judge) {
        List<Judgement> judgements =
                claims.stream().map(claim -> judge.judge(claim, context)).toList();
        return new Faithfulness(
                claims.size(),
                (int) judgements.stream().filter(Judgement::isFull).count(),
                (int) judgements.stream().filter(Judgement::hasFailed).count());
    }
}
