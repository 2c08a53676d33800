package ibid.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ibid.IbidException;
import ibid.language.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The small model of our own that reads two texts together, trained by {@code src/train}: as reader a question with a
 * passage, as checker a claim with its evidence. Loaded when first used. One call uses one core; threads may share it.
 */
public final class CrossEncoder implements PassageReader, EntailmentModel, AutoCloseable {

    private static final int MAX_TOKENS = 320; // a question and a passage of 130 words are about 200

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Optional<Path> folder;
    private HuggingFaceTokenizer tokenizer;
    private OrtSession session;

    /** The one that ships. */
    public CrossEncoder() {
        this.folder = Optional.empty();
    }

    /** Another one, as {@code src/train} leaves it in a folder. */
    public CrossEncoder(Path folder) {
        this.folder = Optional.of(folder);
    }

    private InputStream open(String name) throws IOException {
        return folder.isPresent()
                ? Files.newInputStream(folder.get().resolve(name))
                : CrossEncoder.class.getResourceAsStream(name);
    }

    private synchronized OrtSession session() {
        if (session != null) return session;
        OnnxEmbedder.keepQuiet();
        try (InputStream weights = open("cross-encoder.onnx");
                InputStream words = open("cross-encoder-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            String most = String.valueOf(MAX_TOKENS);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    words,
                    Map.of("padding", "false", "truncation", "only_second", "maxLength", most, "modelMaxLength", most));
            session = environment.createSession(weights.readAllBytes(), options);
            return session;
        } catch (OrtException | IOException broken) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the model that reads and checks does not load: " + broken.getMessage(),
                    broken);
        }
    }

    @Override
    public Odds check(String claim, String evidence) {
        return run(claim, evidence, Set.of("verdict"), (encoding, result) -> {
            float[] logits = ((float[][]) result.get("verdict").orElseThrow().getValue())[0];
            double[] odds = new double[logits.length];
            double most = Math.max(Math.max(logits[0], logits[1]), Math.max(logits[2], logits[3])), sum = 0;
            for (int i = 0; i < logits.length; i++) sum += odds[i] = Math.exp(logits[i] - most);
            return new Odds(odds[0] / sum, odds[1] / sum, odds[2] / sum, odds[3] / sum);
        });
    }

    @Override
    public Judgement read(String question, String passage, List<Span> sentences) {
        return run(question, passage, Set.of("passage", "sentence", "span"), (encoding, result) -> {
            double whole = ((float[]) result.get("passage").orElseThrow().getValue())[0];
            float[] sentence = ((float[][]) result.get("sentence").orElseThrow().getValue())[0];
            float[] span = ((float[][]) result.get("span").orElseThrow().getValue())[0];
            return judgement(whole, sentence, span, new Tokens(encoding), sentences);
        });
    }

    private interface Use<T> {

        T of(Encoding encoding, OrtSession.Result result) throws OrtException;
    }

    private <T> T run(String first, String second, Set<String> wanted, Use<T> use) {
        OrtSession ready = session();
        Encoding encoding = tokenizer.encode(first, second);
        try (OnnxTensor ids = tensor(encoding.getIds());
                OnnxTensor mask = tensor(encoding.getAttentionMask());
                OnnxTensor types = tensor(encoding.getTypeIds());
                OrtSession.Result result =
                        ready.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types), wanted)) {
            return use.of(encoding, result);
        } catch (OrtException broken) {
            throw new IllegalStateException("the model that reads and checks failed", broken);
        }
    }

    /** Where the second text's tokens lie. */
    private record Tokens(CharSpan[] places, long[] types) {

        Tokens(Encoding encoding) {
            this(encoding.getCharTokenSpans(), encoding.getTypeIds());
        }

        boolean in(int token, Span sentence) {
            return types[token] == 1
                    && places[token] != null
                    && places[token].getStart() < sentence.end()
                    && places[token].getEnd() > sentence.start();
        }
    }

    private static Judgement judgement(
            double whole, float[] sentence, float[] span, Tokens tokens, List<Span> sentences) {
        List<Double> logits = new ArrayList<>();
        List<Double> words = new ArrayList<>();
        List<Optional<Span>> answers = new ArrayList<>();
        for (Span place : sentences) {
            double sum = 0, likeliest = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int token = 0; token < sentence.length; token++) {
                if (!tokens.in(token, place)) continue;
                sum += sentence[token];
                likeliest = Math.max(likeliest, span[token]);
                count++;
            }
            logits.add(count == 0 ? whole : sum / count); // cut off: judged with its passage
            words.add(count == 0 ? whole : likeliest);
            answers.add(answer(span, tokens, place));
        }
        return new Judgement(whole, logits, words, answers);
    }

    /** The run of tokens with the greatest sum of log-odds above even. */
    private static Optional<Span> answer(float[] logits, Tokens tokens, Span sentence) {
        Span best = null, run = null;
        double bestSum = 0, sum = 0;
        for (int token = 0; token < logits.length; token++) {
            if (!tokens.in(token, sentence)) continue;
            Span place = new Span(tokens.places()[token].getStart(), tokens.places()[token].getEnd());
            run = sum <= 0 || run == null ? place : run.to(place);
            sum = Math.max(0, sum) + logits[token];
            if (sum > bestSum) {
                bestSum = sum;
                best = run;
            }
        }
        return Optional.ofNullable(best);
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    @Override
    public synchronized void close() {
        if (session == null) return;
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
