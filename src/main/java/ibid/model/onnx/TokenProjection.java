package ibid.model.onnx;

import ibid.IbidException;
import ibid.embedding.EmbeddedQuestion;
import ibid.embedding.HalfVectors;
import ibid.embedding.TokenVectors;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Maps a token's state to the small vector that is compared with other tokens: one affine map for questions, one for
 * passages, and how much a question's token counts, trained by {@code src/train/tokens.py} on questions of which the
 * answering sentence is known. Of a model without weights, the mean state of the tokens is compared. Threads may share
 * it.
 */
final class TokenProjection {

    private final float[] weights;
    private final int states;
    private final int dimension;
    private final String id;

    private TokenProjection(float[] weights, int states, String id) {
        this.weights = weights;
        this.states = states;
        this.dimension = (weights.length - states - 1) / (2 * (states + 1));
        this.id = id;
    }

    /** The map of that model. */
    static TokenProjection of(OnnxModel model) {
        if (model.tokenWeights().isEmpty()) {
            return new TokenProjection(new float[model.dimension() + 1], model.dimension(), "mean");
        }
        try (InputStream resource = OnnxEmbedder.resource(model.tokenWeights())) {
            byte[] bytes = resource.readAllBytes();
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            float[] weights = HalfVectors.decode(bytes, 0, bytes.length / 2);
            return new TokenProjection(weights, model.dimension(), String.format("%08x", checksum.getValue()));
        } catch (IOException broken) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the file " + model.tokenWeights() + " cannot be read (" + broken.getMessage()
                            + "); build again with ./ibid",
                    broken);
        }
    }

    /** Identifies the weights. */
    String id() {
        return id;
    }

    /** @param tokens states of length 1 */
    byte[] sentence(List<float[]> tokens) {
        if (dimension == 0) {
            return tokens.isEmpty() ? new byte[0] : TokenVectors.encode(mean(tokens));
        }
        return TokenVectors.encode(tokens.stream().map(token -> map(token, 0)).toArray(float[][]::new));
    }

    /** @param tokens states of length 1 */
    EmbeddedQuestion question(float[] whole, List<float[]> tokens) {
        if (dimension == 0) {
            return EmbeddedQuestion.of(whole);
        }
        float sum = 0;
        for (float[] token : tokens) {
            sum += importance(token);
        }
        List<EmbeddedQuestion.Token> compared = new ArrayList<>();
        for (float[] token : tokens) {
            byte[] vector = TokenVectors.encode(map(token, (states + 1) * dimension));
            compared.add(new EmbeddedQuestion.Token(vector, importance(token) / sum));
        }
        return new EmbeddedQuestion(whole, compared);
    }

    private static float[] mean(List<float[]> tokens) {
        float[] mean = new float[tokens.getFirst().length];
        for (float[] token : tokens) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += token[i];
            }
        }
        UnitVector.scale(mean);
        return mean;
    }

    /** @param from where the map begins in the weights: a row for each number of the state, and one to add */
    private float[] map(float[] state, int from) {
        int end = from + states * dimension;
        float[] vector = Arrays.copyOfRange(weights, end, end + dimension);
        int at = from;
        for (float value : state) {
            for (int i = 0; i < dimension; i++) {
                vector[i] += value * weights[at++];
            }
        }
        UnitVector.scale(vector);
        return vector;
    }

    /** Softplus of a linear function of the state: always above 0. */
    private float importance(float[] state) {
        int at = 2 * (states + 1) * dimension;
        double sum = weights[at + states];
        for (float value : state) {
            sum += value * weights[at++];
        }
        return (float) Math.log1p(Math.exp(sum));
    }
}
