package ibid.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import ibid.IbidException;
import ibid.model.Embedder;
import java.io.IOException;
import java.io.InputStream;

/**
 * Sentence embeddings in this process. One call uses one core and never spins; callers provide the parallelism. Texts
 * are embedded one by one, because in a batch a quantised model gives the same text another vector. Threads may share
 * it.
 */
public final class OnnxEmbedder implements AutoCloseable {

    private final OnnxModel description;
    private final OrtSession session;
    private final InProcess model;
    private final NativeGate gate = new NativeGate();

    public OnnxEmbedder(OnnxModel description) {
        keepQuiet();
        this.description = description;
        try (InputStream weights = resource(description.name() + ".onnx");
                InputStream tokenizer = resource(description.name() + "-tokenizer.json");
                OrtSession.SessionOptions options = oneCore()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            session = environment.createSession(weights.readAllBytes(), options);
            model = new InProcess(
                    new OnnxBertBiEncoder(environment, session, tokenizer, description.poolingMode()),
                    description.dimension());
        } catch (OrtException | IOException broken) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the embedding model " + description.name() + " does not load: " + broken.getMessage(),
                    broken);
        }
    }

    /** A run uses one core and never spins. */
    static OrtSession.SessionOptions oneCore() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /** DJL's tokenizers query a cloud address about the machine and report their use unless this is switched off. */
    static void keepQuiet() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    public OnnxModel description() {
        return description;
    }

    /** Embeds questions with the prefix of the model's authors. */
    public Embedder queries() {
        return text -> embed(description.queryPrefix() + text);
    }

    /** Embeds passages and sentences with the prefix of the model's authors. */
    public Embedder passages() {
        return text -> embed(description.passagePrefix() + text);
    }

    private float[] embed(String text) {
        String filled = text.isBlank() ? "." : text;
        float[] vector = gate.pass(() -> model.embed(filled).content().vector());
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        float scale = (float) (1 / Math.sqrt(length));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    static InputStream resource(String name) {
        InputStream stream = OnnxEmbedder.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the model's file " + name + " is not on the class path; build again with ./ibid");
        }
        return stream;
    }

    /** Waits for calls that run; later ones are refused. */
    @Override
    public void close() {
        try {
            gate.close(session::close);
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** LangChain4j's own model, with a session that shares the machine with other work. */
    private static final class InProcess extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;
        private final int dimension;

        private InProcess(OnnxBertBiEncoder encoder, int dimension) {
            super(Runnable::run);
            this.encoder = encoder;
            this.dimension = dimension;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return dimension;
        }
    }
}
