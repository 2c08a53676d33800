package ibid.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Embeddings by content: a text is embedded once, even if the index is rebuilt. Stored in the catalogue. Threads may
 * share it.
 */
public final class VectorStore {

    private final Catalogue catalogue;
    private final String model;
    private final int dimension;
    private final Function<String, float[]> embed;

    /**
     * @param model id of the embedder; vectors of another id are not used
     * @param embed maps a text to a vector of length 1 with this many dimensions
     */
    public VectorStore(Catalogue catalogue, String model, int dimension, Function<String, float[]> embed) {
        this.catalogue = catalogue;
        this.model = model;
        this.dimension = dimension;
        this.embed = embed;
    }

    public String model() {
        return model;
    }

    /**
     * The texts' vectors, in order; new ones are stored in one transaction. The same text always gets the same bits.
     */
    public List<float[]> vectors(List<String> texts) {
        List<String> hashes = new ArrayList<>();
        for (String text : texts) {
            hashes.add(ContentHash.of(text.getBytes(StandardCharsets.UTF_8)));
        }
        Map<String, byte[]> known = catalogue.vectors(model, hashes);
        Map<String, byte[]> added = new LinkedHashMap<>();
        List<float[]> vectors = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            String hash = hashes.get(at);
            byte[] vector = known.get(hash);
            if (vector == null) {
                vector = HalfVectors.encode(embed.apply(texts.get(at)));
                known.put(hash, vector);
                added.put(hash, vector);
            }
            vectors.add(HalfVectors.decode(vector, 0, dimension));
        }
        catalogue.addVectors(model, added);
        return vectors;
    }
}
