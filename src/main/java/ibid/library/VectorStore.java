package ibid.library;

import ibid.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Embeddings by content: a text is embedded once, even if the index is rebuilt. Stored in the catalogue with a checksum
 * each. Threads may share it.
 */
public final class VectorStore {

    private static final int MAX_KEYS = 500; // parameters in one statement; older SQLite allows 999
    private static final double MAX_LENGTH_ERROR = 0.01; // of the squared length; half precision makes it 0.001

    private final Database database;
    private final String model;
    private final int dimension;
    private final Function<String, float[]> embed;

    /**
     * @param model id of the embedder; vectors of another id are not used
     * @param embed maps a text to a vector of length 1 with this many dimensions
     */
    public VectorStore(Catalogue catalogue, String model, int dimension, Function<String, float[]> embed) {
        this.database = catalogue.database();
        this.model = model;
        this.dimension = dimension;
        this.embed = embed;
    }

    public String model() {
        return model;
    }

    /**
     * The texts' vectors, in order; new ones are stored in one transaction. The same text always gets the same bits. A
     * stored vector that is damaged is made anew.
     */
    public List<float[]> vectors(List<String> texts) {
        List<String> hashes = new ArrayList<>();
        for (String text : texts) {
            hashes.add(ContentHash.of(text.getBytes(StandardCharsets.UTF_8)));
        }
        Map<String, Stored> stored = find(hashes);
        Map<String, byte[]> known = new HashMap<>();
        Map<String, byte[]> toStore = new LinkedHashMap<>();
        stored.forEach((hash, vector) -> {
            if (isWhole(vector)) {
                known.put(hash, vector.bytes());
            }
            if (isWhole(vector) && vector.checksum().isEmpty()) {
                toStore.put(hash, vector.bytes());
            }
        });
        List<float[]> vectors = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            String hash = hashes.get(at);
            byte[] vector = known.get(hash);
            if (vector == null) {
                vector = HalfVectors.encode(embed.apply(texts.get(at)));
                known.put(hash, vector);
                toStore.put(hash, vector);
            }
            vectors.add(HalfVectors.decode(vector, 0, dimension));
        }
        store(toStore, stored);
        return vectors;
    }

    private record Stored(byte[] bytes, OptionalLong checksum) {

        static Stored of(ResultSet row) throws SQLException {
            byte[] bytes = row.getBytes("vector");
            long checksum = row.getLong("checksum");
            return new Stored(bytes, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(checksum));
        }
    }

    /** A vector without a checksum is believed if it has length 1, as every vector has. */
    private boolean isWhole(Stored stored) {
        if (stored.bytes() == null || stored.bytes().length != 2 * dimension) {
            return false;
        }
        if (stored.checksum().isPresent()) {
            return stored.checksum().getAsLong() == checksum(stored.bytes());
        }
        double squares = 0;
        for (float value : HalfVectors.decode(stored.bytes(), 0, dimension)) {
            squares += (double) value * value;
        }
        return Math.abs(squares - 1) < MAX_LENGTH_ERROR;
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }

    private Map<String, Stored> find(List<String> hashes) {
        Map<String, Stored> found = new HashMap<>();
        for (int from = 0; from < hashes.size(); from += MAX_KEYS) {
            List<String> keys = hashes.subList(from, Math.min(hashes.size(), from + MAX_KEYS));
            database.read(handle -> {
                handle.createQuery("SELECT text_hash, vector, checksum FROM vector WHERE model = :model"
                                + " AND text_hash IN (<keys>)")
                        .bind("model", model)
                        .bindList("keys", keys)
                        .map((row, context) -> Map.entry(row.getString("text_hash"), Stored.of(row)))
                        .forEach(pair -> found.put(pair.getKey(), pair.getValue()));
                return found;
            });
        }
        return found;
    }

    /** @param replaced rows that are damaged or lack a checksum; of others the first one written stays */
    private void store(Map<String, byte[]> vectors, Map<String, Stored> replaced) {
        if (vectors.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch deletes = handle.prepareBatch("DELETE FROM vector WHERE model = ? AND text_hash = ?");
            PreparedBatch inserts = handle.prepareBatch("INSERT INTO vector (model, text_hash, vector, checksum)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (model, text_hash) DO NOTHING");
            vectors.forEach((hash, vector) -> {
                if (replaced.containsKey(hash)) {
                    deletes.add(model, hash);
                }
                inserts.add(model, hash, vector, checksum(vector));
            });
            deletes.execute();
            return inserts.execute();
        });
    }

    int count() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM vector WHERE model = ?")
                .bind(0, model)
                .mapTo(Integer.class)
                .one());
    }
}
