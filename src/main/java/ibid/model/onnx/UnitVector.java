package ibid.model.onnx;

/** Vectors of length 1. */
final class UnitVector {

    private UnitVector() {}

    /** Scales the vector to length 1, in place. */
    static void scale(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float factor = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
