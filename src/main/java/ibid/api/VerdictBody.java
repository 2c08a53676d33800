package ibid.api;

import ibid.verify.ExactChecks;
import ibid.verify.Support;
import ibid.verify.Verdict;

/**
 * How far evidence supports a claim.
 *
 * @param score estimated probability of full support, 0 to 1
 */
public record VerdictBody(Support label, boolean contradicted, double score, ExactChecks checks, String reason) {

    public static VerdictBody of(Verdict verdict) {
        return new VerdictBody(
                verdict.support(),
                verdict.contradicted(),
                Thousandths.of(verdict.score()),
                verdict.checks(),
                verdict.reason());
    }
}
