package ibid.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ibid.IbidException;
import ibid.embedding.EmbeddedPassage;
import ibid.embedding.EmbeddedQuestion;
import ibid.language.Span;
import ibid.model.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeddings in this process. A passage and its tokens are embedded in one run of the model, as are a question and its
 * tokens. One call uses one core and never spins; callers provide the parallelism. Texts are embedded one by one,
 * because in a batch a quantised model gives the same text another vector. Threads may share it.
 */
public final class OnnxEmbedder implements AutoCloseable {

    /** Version of how vectors are made of the model's states. */
    private static final String POOLING = "t1";

    private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbedder.class);

    private final OnnxModel description;
    private final FutureTask<TokenEncoder> loading = new FutureTask<>(this::load);
    private final TokenProjection projection;
    private final NativeGate gate = new NativeGate();

    /** Returns while the model is still being loaded, on a thread of its own; the first call waits for it. */
    public OnnxEmbedder(OnnxModel description) {
        keepQuiet();
        this.description = description;
        this.projection = TokenProjection.of(description);
        Thread.ofPlatform().daemon().name("load-embedder").start(loading);
    }

    private TokenEncoder load() {
        try (InputStream weights = resource(description.name() + ".onnx");
                InputStream tokenizer = resource(description.name() + "-tokenizer.json")) {
            return new TokenEncoder(weights, tokenizer);
        } catch (OrtException | IOException broken) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the embedding model " + description.name() + " does not load (" + broken.getMessage()
                            + "); build again with ./ibid",
                    broken);
        }
    }

    /**
     * Waits until the model is loaded.
     *
     * @throws IbidException MODEL_UNAVAILABLE if it does not load
     */
    public OnnxEmbedder loaded() {
        model();
        return this;
    }

    private TokenEncoder model() {
        try {
            return loading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped before the embedding model was loaded");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IbidException ours) {
                throw ours;
            }
            if (failed.getCause() instanceof Error error) { // a native library that does not fit this machine
                throw error;
            }
            throw new IllegalStateException("the embedding model does not load", failed.getCause());
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

    /** Identifies how passages are embedded: vectors with another id are not comparable, and are made anew. */
    public String id() {
        return description.name() + "." + POOLING + "." + projection.id();
    }

    /** Embeds questions with the prefix of the model's authors. */
    public Embedder queries() {
        return new Embedder() {
            @Override
            public float[] embed(String text) {
                return read(text).whole();
            }

            @Override
            public EmbeddedQuestion embedQuestion(String question) {
                Tokens tokens = read(question);
                return projection.question(tokens.whole(), tokens.of(new Span(0, question.length())));
            }

            private Tokens read(String text) {
                return OnnxEmbedder.this.read(description.queryPrefix(), text);
            }
        };
    }

    /** Embeds passages with the prefix of the model's authors. */
    public Embedder passages() {
        return new Embedder() {
            @Override
            public float[] embed(String text) {
                return read(text).whole();
            }

            @Override
            public EmbeddedPassage embedPassage(String passage, List<Span> sentences) {
                Tokens tokens = read(passage);
                List<byte[]> vectors = new ArrayList<>();
                for (Span sentence : sentences) {
                    vectors.add(projection.sentence(tokens.of(sentence)));
                }
                return new EmbeddedPassage(tokens.whole(), vectors);
            }

            private Tokens read(String text) {
                return OnnxEmbedder.this.read(description.passagePrefix(), text);
            }
        };
    }

    /**
     * @param shift length of the prefix, in code points
     * @param words places of letters and digits: what has none, such as a comma, is never compared
     */
    private record Tokens(TokenPooling pooling, int shift, BitSet words) {

        float[] whole() {
            return pooling.text();
        }

        List<float[]> of(Span part) {
            return pooling.states(new Span(part.start() + shift, part.end() + shift), words);
        }
    }

    private Tokens read(String prefix, String text) {
        String filled = prefix + (text.isBlank() ? "." : text);
        TokenPooling pooling = gate.pass(() -> model().encode(filled, places -> new TokenPooling(description, places)));
        BitSet words = new BitSet();
        int at = 0;
        for (int character : filled.codePoints().toArray()) {
            words.set(at++, Character.isLetterOrDigit(character));
        }
        return new Tokens(pooling, prefix.codePointCount(0, prefix.length()), words);
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

    /** Waits for the model and for calls that run; later ones are refused. */
    @Override
    public void close() {
        try {
            gate.close(this::free);
        } catch (OrtException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void free() throws OrtException {
        boolean wasInterrupted = Thread.interrupted(); // a model that is half loaded cannot be freed
        try {
            loading.get().close();
        } catch (ExecutionException notLoaded) { // told to whoever needed the model
            LOG.debug("nothing to close", notLoaded);
        } catch (InterruptedException stopped) {
            wasInterrupted = true;
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
