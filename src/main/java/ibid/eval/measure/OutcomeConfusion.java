package ibid.eval.measure;

import ibid.eval.statistics.Confusion;
import java.util.List;

/**
 * Expected outcomes (rows) and actual outcomes (columns), with precision, recall and F1 of abstaining as a detector of
 * unanswerable questions, as in SQuAD 2.0 and CLAP NQ (Rajpurkar, Jia and Liang, ACL 2018).
 *
 * @param confusion over answered, partial and abstained
 */
public record OutcomeConfusion(Confusion confusion) {

    public static final List<String> ALL = List.of("answered", "partial", "abstained");

    private static final String ABSTAINED = "abstained";

    /** An empty matrix. */
    public OutcomeConfusion() {
        this(new Confusion(ALL));
    }

    public OutcomeConfusion with(String right, String did) {
        return new OutcomeConfusion(confusion.with(right, did));
    }

    /** The share of refusals that were right; NaN without refusals. */
    public double refusalPrecision() {
        return confusion.precision(ABSTAINED);
    }

    /** The share of unanswerable questions that were refused; NaN without such questions. */
    public double refusalRecall() {
        return confusion.recall(ABSTAINED);
    }

    public double refusalF1() {
        return confusion.f1(ABSTAINED);
    }
}
