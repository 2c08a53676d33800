package ibid.embedding;

import java.nio.ByteBuffer;

/** Vectors as half-precision bytes: half the size, with an error of the cosine below 0.001. */
public final class HalfVectors {

    private HalfVectors() {}

    public static byte[] encode(float[]... vectors) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * vectors.length * vectors[0].length);
        for (float[] vector : vectors) {
            for (float value : vector) {
                bytes.putShort(Float.floatToFloat16(value));
            }
        }
        return bytes.array();
    }

    /** @param offset in bytes */
    public static float[] decode(byte[] bytes, int offset, int dimension) {
        float[] vector = new float[dimension];
        ByteBuffer values = ByteBuffer.wrap(bytes, offset, 2 * dimension);
        for (int i = 0; i < dimension; i++) {
            vector[i] = Float.float16ToFloat(values.getShort());
        }
        return vector;
    }

    /** Dot product of a query with the vector that starts at the offset (bytes): their cosine if both have length 1. */
    public static float dot(float[] query, byte[] bytes, int offset) {
        ByteBuffer values = ByteBuffer.wrap(bytes, offset, 2 * query.length);
        float sum = 0;
        for (float value : query) {
            sum += value * Float.float16ToFloat(values.getShort());
        }
        return sum;
    }
}
