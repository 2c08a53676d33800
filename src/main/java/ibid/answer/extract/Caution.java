package ibid.answer.extract;

/**
 * How sure an answer must be to be shown. Showing is worth it where the expected cost of a wrong answer is below that
 * of a needless refusal: above the confidence cost / (1 + cost), if a refusal costs 1 (Chow, IEEE Transactions on
 * Information Theory 1970).
 */
public enum Caution {
    LOW(0.15),
    USUAL(0.35),
    HIGH(1);

    private final double costOfWrongAnswer;

    Caution(double costOfWrongAnswer) {
        this.costOfWrongAnswer = costOfWrongAnswer;
    }

    /** Below this confidence nothing is shown. */
    double minConfidence() {
        return costOfWrongAnswer / (1 + costOfWrongAnswer);
    }
}
