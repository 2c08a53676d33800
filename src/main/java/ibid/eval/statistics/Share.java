package ibid.eval.statistics;

/**
 * A count out of a total, with Wilson's interval (Wilson, JASA 1927), which stays within 0 and 1 and is valid for small
 * totals and for shares near 0 or 1.
 */
public record Share(int count, int of) {

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    /** NaN if the total is 0. */
    public double value() {
        return count / (double) of;
    }

    /** From 0 to 1 if the total is 0. */
    public Interval interval() {
        if (of == 0) {
            return new Interval(Double.NaN, 0, 1);
        }
        double square = Interval.Z_95 * Interval.Z_95;
        double middle = (value() + square / (2 * of)) / (1 + square / of);
        double half = halfWidth(square);
        return new Interval(value(), Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private double halfWidth(double square) {
        double variance = value() * (1 - value()) / of + square / (4.0 * of * of);
        return Interval.Z_95 / (1 + square / of) * Math.sqrt(variance);
    }
}
