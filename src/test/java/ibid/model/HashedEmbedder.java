package ibid.model;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A fake that embeds a text by its words: each word adds to one of a few hundred directions. Counts its calls. */
public final class HashedEmbedder implements Embedder {

    public static final int DIMENSION = 384;

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public float[] embed(String text) {
        calls.incrementAndGet();
        float[] vector = new float[DIMENSION];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2) {
                vector[Math.floorMod(word.hashCode() * 31, DIMENSION)] += 1;
            }
        }
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        if (length == 0) {
            vector[0] = 1;
        }
        for (int i = 0; i < DIMENSION && length > 0; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    public int calls() {
        return calls.get();
    }
}
