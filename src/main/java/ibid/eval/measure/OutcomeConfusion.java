package ibid.eval.measure;

import ibid.eval.statistics.Confusion;
import java.util.List;

/**
 * What was right to do (rows) and what was done (columns), and abstaining as a search for the questions that have no
 * answer: precision, recall and F1 of abstained (the way SQuAD 2.0 and CLAP NQ look at it; Rajpurkar, Jia and Liang,
 * ACL 2018).
 *
 * @param confusion over answered, partial and abstained
 */
public record OutcomeConfusion(Confusion confusion) {

    public static final List<String> ALL = List.of("answered", "partial", "abstained");

    private static final String ABSTAINED = "abstained";

    /** Of no topic yet. */
    public OutcomeConfusion() {
        this(new Confusion(ALL));
    }

    public OutcomeConfusion with(String right, String did) {
        return new OutcomeConfusion(confusion.with(right, did));
    }

    /** Share of the refusals that were right to make; NaN where none was made. */
    public double refusalPrecision() {
        return confusion.precision(ABSTAINED);
    }

    /** Share of the questions without an answer that were refused; NaN without such. */
    public double refusalRecall() {
        return confusion.recall(ABSTAINED);
    }

    public double refusalF1() {
        return confusion.f1(ABSTAINED);
    }
}
