package ibid.bench;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.model.Embedder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Replaces the embedder where embedding a million texts would take hours. A sentence gets the true vector of a real
 * sentence, chosen by hash. A longer text gets the sum of its sentences' vectors. Noise is added to each. Threads may
 * share it.
 */
final class CheapVectors implements Embedder {

    private static final double NOISE_LENGTH =
            0.5; // relative to a vector of length 1; the cosine with the true vector is then 0.9

    private final float[][] real;

    /** @param sentences real sentences, embedded by this constructor on all cores */
    CheapVectors(List<String> sentences, Embedder embedder) {
        real = new float[sentences.size()][];
        IntStream.range(0, real.length).parallel().forEach(i -> real[i] = embedder.embed(sentences.get(i)));
    }

    @Override
    public float[] embed(String text) {
        float[] sum = new float[real[0].length];
        for (String line : text.split("\n")) {
            Text whole = new Text(line);
            for (Span place : Sentences.in(whole, new Span(0, whole.length()))) {
                add(sum, real[Math.floorMod(whole.slice(place).hashCode() * 31, real.length)], 1);
            }
        }
        if (length(sum) == 0) {
            add(sum, real[0], 1);
        }
        add(sum, noise(text, sum.length), NOISE_LENGTH * length(sum));
        double length = length(sum);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) length;
        }
        return sum;
    }

    private static float[] noise(String text, int dimension) {
        SplittableRandom random = new SplittableRandom(text.hashCode() * 2654435761L + text.length());
        float[] noise = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            noise[i] = (float) (random.nextDouble() * 2 - 1);
        }
        double length = length(noise);
        for (int i = 0; i < dimension; i++) {
            noise[i] /= (float) length;
        }
        return noise;
    }

    private static void add(float[] sum, float[] vector, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (weight * vector[i]);
        }
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
