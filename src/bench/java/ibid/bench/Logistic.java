package ibid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Logistic regression by Newton's method, with a penalty on the squares of the weights of standardised features.
 *
 * @param bias    added to the sum
 * @param weights of the raw features, not of the standardised ones
 */
record Logistic(double bias, double[] weights) {

    private static final int STEPS = 25;

    /** @param weight of the row in the fit */
    record Row(double[] features, boolean holds, double weight) {}

    double logit(double[] features) {
        double sum = bias;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /** Writes the weights in the format that the ranker reads, after a comment line. */
    void write(Path file, String remark, Enum<?>[] features) throws IOException {
        StringBuilder text =
                new StringBuilder("# " + remark + "\n").append(String.format(Locale.ROOT, "BIAS\t%.3f%n", bias));
        for (Enum<?> feature : features) {
            text.append(String.format(Locale.ROOT, "%s\t%.3f%n", feature, weights[feature.ordinal()]));
        }
        Files.writeString(file, text.toString());
    }

    static Logistic fit(List<Row> rows, double penalty) {
        int size = rows.getFirst().features().length;
        double[] mean = new double[size], spread = new double[size];
        double total = rows.stream().mapToDouble(Row::weight).sum();
        for (Row row : rows) {
            for (int i = 0; i < size; i++) {
                mean[i] += row.weight() * row.features()[i] / total;
            }
        }
        for (Row row : rows) {
            for (int i = 0; i < size; i++) {
                spread[i] += row.weight() * Math.pow(row.features()[i] - mean[i], 2) / total;
            }
        }
        for (int i = 0; i < size; i++) {
            spread[i] = spread[i] < 1e-12 ? 1 : Math.sqrt(spread[i]);
        }
        double[] beta = new double[size + 1];
        for (int step = 0; step < STEPS; step++) {
            step(rows, mean, spread, beta, penalty);
        }
        double bias = beta[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = beta[i] / spread[i];
            bias -= weights[i] * mean[i];
        }
        return new Logistic(bias, weights);
    }

    private static void step(List<Row> rows, double[] mean, double[] spread, double[] beta, double penalty) {
        int size = mean.length;
        double[][] hessian = new double[size + 1][size + 2]; // the last column is the gradient
        double[] x = new double[size + 1];
        x[size] = 1;
        for (Row row : rows) {
            double sum = beta[size];
            for (int i = 0; i < size; i++) {
                sum += beta[i] * (x[i] = (row.features()[i] - mean[i]) / spread[i]);
            }
            double p = 1 / (1 + Math.exp(-sum)),
                    error = row.weight() * ((row.holds() ? 1 : 0) - p),
                    curve = row.weight() * Math.max(1e-9, p * (1 - p));
            for (int i = 0; i <= size; i++) {
                hessian[i][size + 1] += error * x[i];
                for (int j = 0; j <= size; j++) {
                    hessian[i][j] += curve * x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            hessian[i][i] += penalty;
            hessian[i][size + 1] -= penalty * beta[i];
        }
        double[] change = solved(hessian);
        for (int i = 0; i <= size; i++) {
            beta[i] += change[i];
        }
    }

    /** Gauss-Jordan elimination with pivoting. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int at = 0; at < size; at++) {
            int best = at;
            for (int i = at + 1; i < size; i++) {
                if (Math.abs(rows[i][at]) > Math.abs(rows[best][at])) {
                    best = i;
                }
            }
            double[] swap = rows[at];
            rows[at] = rows[best];
            rows[best] = swap;
            for (int i = 0; i < size; i++) {
                if (i == at || rows[i][at] == 0) {
                    continue;
                }
                double factor = rows[i][at] / rows[at][at];
                for (int j = at; j <= size; j++) {
                    rows[i][j] -= factor * rows[at][j];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }
}
