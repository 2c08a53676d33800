package ibid.model.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ibid.IbidException;
import ibid.language.Span;
import ibid.model.EntailmentModel;
import ibid.model.PassageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ibid's own small model that reads two texts together, trained by {@code src/train}. As reader it gets a question and
 * a passage, as checker a claim and its evidence. Loaded when first used. One call uses one core; threads may share it.
 */
public final class CrossEncoder implements PassageReader, EntailmentModel, AutoCloseable {

    private static final int MAX_TOKENS = 320; // a question and a passage of 130 words are about 200

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final NativeGate gate = new NativeGate();
    private final Optional<Path> folder;
    private HuggingFaceTokenizer tokenizer;
    private OrtSession session;

    /** The model that ships with Ibid. */
    public CrossEncoder() {
        this.folder = Optional.empty();
    }

    /** Another model, from the output folder of {@code src/train}. */
    public CrossEncoder(Path folder) {
        this.folder = Optional.of(folder);
    }

    private InputStream open(String name) throws IOException {
        return folder.isPresent()
                ? Files.newInputStream(folder.get().resolve(name))
                : OnnxEmbedder.resource("ibid/model/" + name);
    }

    private synchronized OrtSession session() {
        if (session != null) {
            return session;
        }
        OnnxEmbedder.keepQuiet();
        try (InputStream weights = open("cross-encoder.onnx");
                InputStream vocabulary = open("cross-encoder-tokenizer.json");
                OrtSession.SessionOptions options = OnnxEmbedder.oneCore()) {
            tokenizer = TokenizerFile.open(vocabulary, tokenizerOptions());
            session = environment.createSession(weights.readAllBytes(), options);
            return session;
        } catch (OrtException | IOException broken) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the model that reads and checks does not load (" + broken.getMessage()
                            + "); build again with ./ibid",
                    broken);
        }
    }

    /** Cuts what is too long: the longer of both texts, so neither a long question nor a long passage fails. */
    private static Map<String, String> tokenizerOptions() {
        String max = String.valueOf(MAX_TOKENS);
        return Map.of("padding", "false", "truncation", "longest_first", "maxLength", max, "modelMaxLength", max);
    }

    @Override
    public Probabilities check(String claim, String evidence) {
        return run(claim, evidence, Set.of("verdict"), (encoding, result) -> verdict(logits(result, "verdict")));
    }

    /** By softmax. */
    private static Probabilities verdict(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double[] weights = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            weights[i] = Math.exp(logits[i] - max);
            sum += weights[i];
        }
        return probabilities(weights, sum);
    }

    private static Probabilities probabilities(double[] weights, double sum) {
        return new Probabilities(weights[0] / sum, weights[1] / sum, weights[2] / sum, weights[3] / sum);
    }

    @Override
    public Judgement read(String question, String passage, List<Span> sentences) {
        return run(question, passage, Set.of("passage", "sentence", "span"), (encoding, result) -> {
            double whole = ((float[]) result.get("passage").orElseThrow().getValue())[0];
            PassageLogits logits = new PassageLogits(
                    whole,
                    logits(result, "sentence"),
                    logits(result, "span"),
                    encoding.getCharTokenSpans(),
                    encoding.getTypeIds());
            return logits.judgement(sentences);
        });
    }

    private static float[] logits(OrtSession.Result result, String output) throws OrtException {
        return ((float[][]) result.get(output).orElseThrow().getValue())[0];
    }

    private interface ResultReader<T> {

        T read(Encoding encoding, OrtSession.Result result) throws OrtException;
    }

    private <T> T run(String first, String second, Set<String> outputs, ResultReader<T> reader) {
        return gate.pass(() -> runOpen(first, second, outputs, reader));
    }

    private <T> T runOpen(String first, String second, Set<String> outputs, ResultReader<T> reader) {
        OrtSession ready = session();
        Encoding encoding = tokenizer.encode(first, second);
        try (OnnxTensor ids = tensor(encoding.getIds());
                OnnxTensor mask = tensor(encoding.getAttentionMask());
                OnnxTensor types = tensor(encoding.getTypeIds());
                OrtSession.Result result =
                        ready.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types), outputs)) {
            return reader.read(encoding, result);
        } catch (OrtException broken) {
            throw new IllegalStateException("the model that reads and checks failed", broken);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    /** Waits for calls that run; later ones are refused. */
    @Override
    public void close() {
        try {
            gate.close(this::free);
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private synchronized void free() throws OrtException {
        if (session != null) {
            tokenizer.close();
            session.close();
        }
    }
}
