package ibid.model.onnx;

import ibid.IbidException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Maps the mean state of a sentence's tokens, read with their passage, and the passage's vector to what replaces the
 * vector of the sentence read alone, which the vectors of questions were trained to be near to: a linear map, scaled to
 * length 1, then stretched and moved so that cosines with questions are about as high and as spread as before. Fitted
 * by a prototype of the bench {@code SentenceProjectionFit}, which has not itself been run yet. Threads may share it.
 */
final class SentenceProjection {

    /** How much more the cosines of sentences read alone are spread, measured by the bench. */
    private static final float STRETCH = 1.287f;

    private final Optional<float[]> weights;
    private final String id;

    private SentenceProjection(Optional<float[]> weights, String id) {
        this.weights = weights;
        this.id = id;
    }

    /** The map of that model, or none: then a sentence's vector is the mean state itself. */
    static SentenceProjection of(OnnxModel model) {
        if (model.sentenceWeights().isEmpty()) {
            return new SentenceProjection(Optional.empty(), "mean");
        }
        try (InputStream resource = OnnxEmbedder.resource(model.sentenceWeights())) {
            byte[] bytes = resource.readAllBytes();
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            return new SentenceProjection(
                    Optional.of(decode(bytes, model)), String.format("%08x", checksum.getValue()));
        } catch (IOException broken) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the file " + model.sentenceWeights() + " cannot be read (" + broken.getMessage()
                            + "); build again with ./ibid",
                    broken);
        }
    }

    /**
     * Rows of half-precision numbers: one for each number of the mean state, then of the passage's vector, and one that
     * is added last.
     */
    private static float[] decode(byte[] bytes, OnnxModel model) throws IOException {
        float[] weights = new float[(2 * model.dimension() + 1) * model.dimension()];
        if (bytes.length != 2 * weights.length) {
            throw new IOException(bytes.length + " bytes, where " + 2 * weights.length + " are expected");
        }
        ByteBuffer values = ByteBuffer.wrap(bytes);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.float16ToFloat(values.getShort());
        }
        return weights;
    }

    /** Identifies the weights. */
    String id() {
        return id;
    }

    /**
     * Where there are weights, the result is not of length 1.
     *
     * @param mean of length 1, as is the passage's vector
     */
    float[] apply(float[] mean, float[] passage) {
        if (weights.isEmpty()) {
            return mean;
        }
        float[] vector = new float[mean.length];
        addRows(vector, mean, 0);
        addRows(vector, passage, mean.length);
        UnitVector.scale(vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= STRETCH;
        }
        addRows(vector, new float[] {1}, 2 * mean.length);
        return vector;
    }

    private void addRows(float[] sum, float[] factors, int firstRow) {
        float[] rows = weights.orElseThrow();
        for (int row = 0; row < factors.length; row++) {
            int at = (firstRow + row) * sum.length;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factors[row] * rows[at + i];
            }
        }
    }
}
