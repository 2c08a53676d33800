package ibid.eval.statistics;

import java.util.Locale;

/** An estimate and the bounds it lies between with a confidence of 95 %. */
public record Interval(double estimate, double low, double high) {

    /** Of the standard normal distribution, what 2.5 % lie above. */
    static final double Z_95 = 1.959963984540054;

    /** {@code 0.753 [0.690, 0.811]}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", estimate, low, high);
    }
}
