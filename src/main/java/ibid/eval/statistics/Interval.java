package ibid.eval.statistics;

import java.util.Locale;

/** An estimate with the bounds of its 95 % confidence interval. */
public record Interval(double estimate, double low, double high) {

    /** The 97.5 % quantile of the standard normal distribution. */
    static final double Z_95 = 1.959963984540054;

    /** {@code 0.753 [0.690, 0.811]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", estimate, low, high);
    }
}
