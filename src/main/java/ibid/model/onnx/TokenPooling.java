package ibid.model.onnx;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ibid.language.Span;
import java.util.List;

/** Sums the model's states of a text's tokens, for the whole text and for each of its sentences. Not thread-safe. */
final class TokenPooling {

    private final OnnxModel model;
    private final CharSpan[] places;
    private final List<Span> sentences;
    private final float[] text;
    private final float[][] sums;
    private final boolean[] known;

    /** @param places positions of all tokens in the text */
    TokenPooling(OnnxModel model, CharSpan[] places, List<Span> sentences) {
        this.model = model;
        this.places = places;
        this.sentences = sentences;
        this.text = new float[model.dimension()];
        this.sums = new float[sentences.size()][model.dimension()];
        this.known = new boolean[sentences.size()];
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
        for (int sentence = 0; sentence < sums.length; sentence++) {
            addSentence(window, sentence);
        }
    }

    private void addSentence(Window window, int sentence) {
        for (int token = 1; token <= window.count(); token++) {
            if (isIn(places[window.from() + token - 1], sentences.get(sentence))) {
                window.addTo(sums[sentence], token);
                known[sentence] = true;
            }
        }
    }

    private static boolean isIn(CharSpan token, Span sentence) {
        return token != null && token.getStart() < sentence.end() && token.getEnd() > sentence.start();
    }

    /** Of length 1; of a text in several windows their mean, weighed by their tokens. */
    float[] text() {
        float[] vector = text.clone();
        UnitVector.scale(vector);
        return vector;
    }

    /** Whether the model knows a token of the sentence. */
    boolean has(int sentence) {
        return known[sentence];
    }

    /** The mean state of the sentence's tokens, of length 1. */
    float[] sentence(int sentence) {
        float[] mean = sums[sentence].clone();
        UnitVector.scale(mean);
        return mean;
    }
}
