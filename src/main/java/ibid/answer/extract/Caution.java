package ibid.answer.extract;

/**
 * How confident an answer must be to be shown. An answer is shown if the expected cost of a wrong answer is below that
 * of a needless refusal: above the confidence cost / (1 + cost), if a refusal costs 1 (Chow, IEEE Transactions on
 * Information Theory 1970).
 */
public enum Caution {
    LOW(0.62),
    USUAL(0.92),
    HIGH(1.8);

    private final double costOfWrongAnswer;

    Caution(double costOfWrongAnswer) {
        this.costOfWrongAnswer = costOfWrongAnswer;
    }

    /** The minimum confidence of an answer that is shown. */
    double minConfidence() {
        return costOfWrongAnswer / (1 + costOfWrongAnswer);
    }
}
