package ibid.api;

import ibid.verify.ExactChecks;
import ibid.verify.Support;
import ibid.verify.Verdict;
import java.util.List;

/**
 * How far evidence supports a claim.
 *
 * @param score       estimated probability of full support, 0 to 1
 * @param unsupported the words of the claim, or of the footnote's sentence, that are not supported
 */
public record VerdictBody(
        Support label, boolean contradicted, double score, ExactChecks checks, List<Range> unsupported, String reason) {

    public VerdictBody {
        unsupported = unsupported == null ? List.of() : List.copyOf(unsupported); // answers stored before 0.10
    }

    public static VerdictBody of(Verdict verdict) {
        return new VerdictBody(
                verdict.support(),
                verdict.contradicted(),
                Thousandths.of(verdict.score()),
                verdict.checks(),
                verdict.unsupported().stream().map(Range::of).toList(),
                verdict.reason());
    }
}
