package ibid.embedding;

/** Vectors of length 1 in 8 bits a number, one after another: an error of the cosine below 0.01. */
public final class TokenVectors {

    private static final float STEPS = 127;

    private TokenVectors() {}

    public static byte[] encode(float[]... vectors) {
        byte[] bytes = new byte[vectors.length == 0 ? 0 : vectors.length * vectors[0].length];
        int at = 0;
        for (float[] vector : vectors) {
            for (float value : vector) {
                bytes[at++] = (byte) Math.round(STEPS * value);
            }
        }
        return bytes;
    }

    /** Cosine with the nearest of the vectors in that part of the bytes; 0 if there is none. */
    static float nearest(byte[] vector, byte[] vectors, int from, int size) {
        int best = size == 0 ? 0 : Integer.MIN_VALUE;
        for (int at = from; at < from + size; at += vector.length) {
            best = Math.max(best, dot(vector, vectors, at));
        }
        return best / (STEPS * STEPS);
    }

    private static int dot(byte[] vector, byte[] vectors, int offset) {
        int sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * vectors[offset + i];
        }
        return sum;
    }
}
