package ibid.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * A probability that is a logistic sum over named features.
 *
 * @param bias    added to the sum
 * @param weights of the features that count
 */
public record LogisticModel<F extends Enum<F>>(double bias, Map<F, Double> weights) {

    public LogisticModel {
        weights = Map.copyOf(weights);
    }

    public double probability(Map<F, Double> features) {
        double sum = bias;
        for (Map.Entry<F, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * Reads weights from a file beside the features' class: each line has a name, a tab and a weight; lines with # are
     * comments.
     */
    public static <F extends Enum<F>> LogisticModel<F> read(Class<F> features, String file) {
        double bias = 0;
        Map<F, Double> weights = new EnumMap<>(features);
        try (InputStream stream = features.getResourceAsStream(file)) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                String[] row = line.split("\t");
                if (row[0].equals("BIAS")) {
                    bias = Double.parseDouble(row[1]);
                } else {
                    weights.put(Enum.valueOf(features, row[0]), Double.parseDouble(row[1]));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new LogisticModel<>(bias, weights);
    }
}
