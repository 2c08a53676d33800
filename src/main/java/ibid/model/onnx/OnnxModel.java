package ibid.model.onnx;

/**
 * A sentence-embedding model packaged as {@code NAME.onnx} and {@code NAME-tokenizer.json} at the root of a jar.
 *
 * @param queryPrefix   prefix of a query, from its authors
 * @param passagePrefix prefix of a passage, from its authors
 * @param tokenWeights  resource with the weights of its {@link TokenProjection}; empty if it has none
 */
public record OnnxModel(
        String name, int dimension, Pooling pooling, String queryPrefix, String passagePrefix, String tokenWeights) {

    public enum Pooling {
        CLS,
        MEAN
    }

    /** Chosen from three models: eval/journal.md, "Which embedder". */
    public static final OnnxModel BGE_SMALL = new OnnxModel(
            "bge-small-en-v1.5-q",
            384,
            Pooling.CLS,
            "Represent this sentence for searching relevant passages: ",
            "",
            "ibid/model/bge-small-en-v1.5-q-tokens.f16");
}
