package ibid.language.injection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A linear model over {@link NgramFeatures}, fitted by {@code src/train/injection/fit.py} on orders to language models,
 * requests to readers and clean sentences in twelve languages. Threads may share it.
 */
final class InjectionClassifier {

    static final InjectionClassifier INSTANCE = read("classifier.bin");

    private final int bits;
    private final float scale;
    private final float bias;
    private final byte[] weights;

    private InjectionClassifier(DataInputStream file) throws IOException {
        bits = file.readInt();
        scale = file.readFloat();
        bias = file.readFloat();
        weights = file.readNBytes(1 << bits);
    }

    private static InjectionClassifier read(String file) {
        try (InputStream resource = InjectionClassifier.class.getResourceAsStream(file)) {
            return new InjectionClassifier(new DataInputStream(resource));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The log-odds that the sentence addresses a language model or asks something of the reader. */
    double score(String sentence) {
        int[] features = NgramFeatures.of(sentence, bits);
        long sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return bias + scale * sum / Math.sqrt(Math.max(1, features.length));
    }
}
