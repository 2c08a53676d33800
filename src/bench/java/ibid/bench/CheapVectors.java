package ibid.bench;

import ibid.embedding.EmbeddedPassage;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.model.Embedder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Replaces the embedder where embedding a million texts would take hours. A sentence gets the true vectors of a real
 * sentence and its tokens, chosen by hash. A longer text gets the sum of its sentences' vectors, with noise. Threads may
 * share it.
 */
final class CheapVectors implements Embedder {

    private static final double NOISE_LENGTH =
            0.5; // relative to a vector of length 1; the cosine with the true vector is then 0.9

    private final float[][] real;
    private final byte[][] tokens;

    /**
     * @param sentences real sentences, embedded by this constructor on all cores
     * @param embed     gives a sentence as a passage that has no other
     */
    CheapVectors(List<String> sentences, Function<String, EmbeddedPassage> embed) {
        real = new float[sentences.size()][];
        tokens = new byte[sentences.size()][];
        IntStream.range(0, real.length).parallel().forEach(i -> {
            EmbeddedPassage passage = embed.apply(sentences.get(i));
            real[i] = passage.whole();
            tokens[i] = passage.sentences().getFirst();
        });
    }

    private int chosen(String sentence) {
        return Math.floorMod(sentence.hashCode() * 31, real.length);
    }

    @Override
    public EmbeddedPassage embedPassage(String passage, List<Span> sentences) {
        Text text = new Text(passage);
        return new EmbeddedPassage(
                embed(passage),
                sentences.stream()
                        .map(place -> tokens[chosen(text.slice(place))])
                        .toList());
    }

    @Override
    public float[] embed(String text) {
        float[] sum = new float[real[0].length];
        for (String line : text.split("\n")) {
            Text whole = new Text(line);
            for (Span place : Sentences.in(whole, new Span(0, whole.length()))) {
                add(sum, real[chosen(whole.slice(place))], 1);
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
