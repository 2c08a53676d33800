package ibid.api;

/** Rounds scores for the wire: more digits than three say nothing and differ between machines. */
final class Thousandths {

    private static final double PER_UNIT = 1000;

    private Thousandths() {}

    static double of(double value) {
        return Math.round(value * PER_UNIT) / PER_UNIT;
    }
}
