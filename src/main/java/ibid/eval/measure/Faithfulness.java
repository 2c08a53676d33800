package ibid.eval.measure;

import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import java.util.List;

/**
 * The share of an answer's claims that what was retrieved supports, cited or not (Es et al., RAGAS, EACL 2024). Ibid's
 * sentences each say one thing, so that a sentence is taken for a claim. Not defined for a refusal, which is scored as
 * an outcome.
 *
 * @param supported claims with full support
 * @param failures  judgements that failed, each counted as not supported
 */
record Faithfulness(int claims, int supported, int failures) {

    /** @param context everything the answer may rest on, as the judge is to see it */
    static Faithfulness of(List<String> claims, List<String> context, Judge judge) {
        List<Judgement> judgements =
                claims.stream().map(claim -> judge.judge(claim, context)).toList();
        return new Faithfulness(
                claims.size(),
                (int) judgements.stream().filter(Judgement::isFull).count(),
                (int) judgements.stream().filter(Judgement::hasFailed).count());
    }
}
