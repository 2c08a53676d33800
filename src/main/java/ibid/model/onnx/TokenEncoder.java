package ibid.model.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Tokenises a text once and runs the model over it, window by window where the text is longer than the model takes. One
 * call uses one core. Threads may share it.
 */
final class TokenEncoder implements AutoCloseable {

    private static final int MAX_TOKENS = 510; // of 512 positions, two are for the marks of begin and end
    private static final Map<String, String> WHOLE = Map.of("padding", "false", "truncation", "false");

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    TokenEncoder(InputStream weights, InputStream vocabulary) throws IOException, OrtException {
        tokenizer = TokenizerFile.open(vocabulary, WHOLE);
        try (OrtSession.SessionOptions options = OnnxEmbedder.oneCore()) {
            session = environment.createSession(weights.readAllBytes(), options);
        }
    }

    /**
     * Returns the pooling, which was given the states of all tokens.
     *
     * @param start makes it, once the positions of the tokens in the text are known
     */
    TokenPooling encode(String text, Function<CharSpan[], TokenPooling> start) {
        Encoding tokens = tokenizer.encode(text);
        TokenPooling pooling = start.apply(tokens.getCharTokenSpans());
        long[] ids = tokens.getIds();
        int end = ids.length - 1; // of what is between the two marks
        int from = 1;
        do {
            int to = Math.min(end, from + MAX_TOKENS);
            pooling.add(new TokenPooling.Window(from, to - from, run(window(ids, from, to))));
            from = to;
        } while (from < end);
        return pooling;
    }

    private static long[] window(long[] ids, int from, int to) {
        long[] window = new long[to - from + 2];
        window[0] = ids[0];
        System.arraycopy(ids, from, window, 1, to - from);
        window[window.length - 1] = ids[ids.length - 1];
        return window;
    }

    private float[] run(long[] ids) {
        long[] all = new long[ids.length];
        Arrays.fill(all, 1);
        try (OnnxTensor tokens = tensor(ids);
                OnnxTensor mask = tensor(all);
                OnnxTensor types = tensor(new long[ids.length])) {
            Map<String, OnnxTensor> inputs =
                    new HashMap<>(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types));
            inputs.keySet().retainAll(session.getInputNames()); // not every model has types
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] copy = new float[states.remaining()];
                states.get(copy);
                return copy;
            }
        } catch (OrtException broken) {
            throw new IllegalStateException("the embedding model failed", broken);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() throws OrtException {
        tokenizer.close();
        session.close();
    }
}
