package ibid.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * A probability that is a logistic sum over a sentence's features.
 *
 * @param bias    added to the sum
 * @param weights of the features that count
 */
public record Scorer(double bias, Map<Feature, Double> weights) {

    /** That a sentence answers, for telling the sentences of a question apart. {@code FitScorer} in src/bench fits both. */
    public static final Scorer PICKING = read("picking.tsv");
    /** That the first sentences of a question answer it, by the very first, for telling questions apart. */
    public static final Scorer ANSWERING = read("answering.tsv");

    public Scorer {
        weights = Map.copyOf(weights);
    }

    double probability(Map<Feature, Double> features) {
        double sum = bias;
        for (Map.Entry<Feature, Double> weight : weights.entrySet()) sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
        return 1 / (1 + Math.exp(-sum));
    }

    private static Scorer read(String name) {
        double bias = 0;
        Map<Feature, Double> weights = new EnumMap<>(Feature.class);
        try (InputStream file = Scorer.class.getResourceAsStream(name)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList()) {
                String[] row = line.split("\t");
                if (row[0].equals("BIAS")) bias = Double.parseDouble(row[1]);
                else weights.put(Feature.valueOf(row[0]), Double.parseDouble(row[1]));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Scorer(bias, weights);
    }
}
