package ibid.model.onnx;

import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * A sentence-embedding model packaged as {@code NAME.onnx} and {@code NAME-tokenizer.json} at the root of a jar.
 *
 * @param queryPrefix   prefix of a query, from its authors
 * @param passagePrefix prefix of a passage, from its authors
 */
public record OnnxModel(String name, int dimension, Pooling pooling, String queryPrefix, String passagePrefix) {

    public enum Pooling {
        CLS,
        MEAN
    }

    /** Chosen from three models: eval/journal.md, "Which embedder". */
    public static final OnnxModel BGE_SMALL = new OnnxModel(
            "bge-small-en-v1.5-q", 384, Pooling.CLS, "Represent this sentence for searching relevant passages: ", "");

    PoolingMode poolingMode() {
        return switch (pooling) {
            case CLS -> PoolingMode.CLS;
            case MEAN -> PoolingMode.MEAN;
        };
    }
}
