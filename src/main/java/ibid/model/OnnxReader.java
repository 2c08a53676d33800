package ibid.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ibid.IbidException;
import ibid.corpus.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reader that comes with Ibid: a small cross-encoder, trained by {@code src/train}, that gives a passage's log-odds and, token by token,
 * those of the answering sentence and of the answering words. A sentence's log-odds are the mean over its tokens. One call uses one core.
 */
public final class OnnxReader implements Reader, AutoCloseable {

    private static final int MAX_TOKENS = 320;   // a question and a passage of 130 words are about 200

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;

    public OnnxReader() {
        OnnxEmbedder.keepQuiet();
        try (InputStream weights = OnnxReader.class.getResourceAsStream("reader.onnx"); InputStream words = OnnxReader.class.getResourceAsStream("reader-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(weights.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(words, Map.of("padding", "false", "truncation", "only_second", "maxLength", String.valueOf(MAX_TOKENS), "modelMaxLength", String.valueOf(MAX_TOKENS)));
        } catch (OrtException | IOException broken) {
            throw new IbidException(IbidException.Code.MODEL_UNAVAILABLE, "the reader does not load: " + broken.getMessage(), broken);
        }
    }

    @Override
    public Judgement read(String question, String passage, List<Span> sentences) {
        Encoding encoding = tokenizer.encode(question, passage);
        try (OnnxTensor ids = tensor(encoding.getIds()); OnnxTensor mask = tensor(encoding.getAttentionMask()); OnnxTensor types = tensor(encoding.getTypeIds());
                OrtSession.Result result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            double whole = ((float[]) result.get("passage").orElseThrow().getValue())[0];
            float[] sentence = ((float[][]) result.get("sentence").orElseThrow().getValue())[0];
            float[] span = ((float[][]) result.get("span").orElseThrow().getValue())[0];
            return judgement(whole, sentence, span, new Tokens(encoding), sentences);
        } catch (OrtException broken) {
            throw new IllegalStateException("the reader failed", broken);
        }
    }

    /** Where the passage's tokens lie. */
    private record Tokens(CharSpan[] places, long[] types) {

        Tokens(Encoding encoding) {
            this(encoding.getCharTokenSpans(), encoding.getTypeIds());
        }

        boolean in(int token, Span sentence) {
            return types[token] == 1 && places[token] != null && places[token].getStart() < sentence.end() && places[token].getEnd() > sentence.start();
        }
    }

    private static Judgement judgement(double whole, float[] sentence, float[] span, Tokens tokens, List<Span> sentences) {
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
            logits.add(count == 0 ? whole : sum / count);   // cut off: judged with its passage
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
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
