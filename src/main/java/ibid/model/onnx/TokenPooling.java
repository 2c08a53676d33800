package ibid.model.onnx;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Collects the model's states of a text's tokens, and their mean. Not thread-safe. */
final class TokenPooling {

    private final OnnxModel model;
    private final CharSpan[] places;
    private final float[] text;
    private final float[][] states;

    /** @param places positions of all tokens in the text */
    TokenPooling(OnnxModel model, CharSpan[] places) {
        this.model = model;
        this.places = places;
        this.text = new float[model.dimension()];
        this.states = new float[places.length][];
    }

    /**
     * One run of the model.
     *
     * @param from   its first token, as an index of the places
     * @param count  its tokens without the two marks of begin and end
     * @param states those of the mark of begin, the tokens and the mark of end, one after another
     */
    record Window(int from, int count, float[] states) {

        private void addTo(float[] sum, int token) {
            for (int i = 0, at = token * sum.length; i < sum.length; i++, at++) {
                sum[i] += states[at];
            }
        }
    }

    void add(Window window) {
        float[] vector = new float[text.length];
        int end = model.pooling() == OnnxModel.Pooling.CLS ? 1 : window.count() + 2;
        for (int token = 0; token < end; token++) {
            window.addTo(vector, token);
        }
        UnitVector.scale(vector);
        for (int i = 0; i < text.length; i++) {
            text[i] += Math.max(1, window.count()) * vector[i];
        }
        for (int token = 1; token <= window.count(); token++) {
            float[] state = new float[text.length];
            window.addTo(state, token);
            UnitVector.scale(state);
            states[window.from() + token - 1] = state;
        }
    }

    /** Of length 1; of a text in several windows their mean, weighed by their tokens. */
    float[] text() {
        float[] vector = text.clone();
        UnitVector.scale(vector);
        return vector;
    }

    /** States, of length 1, of the tokens in that part of the text that hold one of these characters. */
    List<float[]> states(Span part, BitSet characters) {
        List<float[]> found = new ArrayList<>();
        for (int token = 0; token < places.length; token++) {
            if (states[token] != null && isIn(places[token], part) && holds(places[token], characters)) {
                found.add(states[token]);
            }
        }
        return found;
    }

    private static boolean isIn(CharSpan token, Span part) {
        return token != null && token.getStart() < part.end() && token.getEnd() > part.start();
    }

    private static boolean holds(CharSpan token, BitSet characters) {
        int next = characters.nextSetBit(token.getStart());
        return next >= 0 && next < token.getEnd();
    }
}
