package ibid.library;

import ibid.language.Span;
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
import java.util.function.BiFunction;
import java.util.zip.CRC32C;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Embeddings by content: a passage is embedded once, even if the index is rebuilt. Its vector and its sentences'
 * are one row of the catalogue, with a checksum. Threads may share it.
 */
public final class VectorStore {

    private static final int MAX_KEYS = 500; // parameters in one statement; older SQLite allows 999
    private static final double MAX_LENGTH_ERROR = 0.01; // of the squared length; half precision makes it 0.001

    private final Database database;
    private final String model;
    private final int dimension;
    private final BiFunction<String, List<Span>, List<float[]>> embed;

    /** @param sentences their positions in the text */
    public record PassageText(String text, List<Span> sentences) {

        public PassageText {
            sentences = List.copyOf(sentences);
        }

        private int vectors() {
            return 1 + sentences.size();
        }

        /** Where sentences end changes their vectors, so it is part of the key. */
        private String hash() {
            StringBuilder content = new StringBuilder(text);
            for (Span sentence : sentences) {
                content.append('\0').append(sentence.start()).append('-').append(sentence.end());
            }
            return ContentHash.of(content.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param model id of the embedder; vectors of another id are not used
     * @param embed maps a passage and the positions of its sentences to the passage's vector, of length 1, and one for
     *              each sentence, of this many dimensions
     */
    public VectorStore(
            Catalogue catalogue, String model, int dimension, BiFunction<String, List<Span>, List<float[]>> embed) {
        this.database = catalogue.database();
        this.model = model;
        this.dimension = dimension;
        this.embed = embed;
    }

    public String model() {
        return model;
    }

    /**
     * For each passage its vector, then those of its sentences; new ones are stored in one transaction. The same
     * passage always gets the same bits. Stored vectors that are damaged are made anew.
     */
    public List<List<float[]>> vectors(List<PassageText> passages) {
        Map<PassageText, String> hashes = new HashMap<>();
        for (PassageText passage : passages) {
            hashes.computeIfAbsent(passage, PassageText::hash);
        }
        Map<String, Stored> stored = find(List.copyOf(hashes.values()));
        Map<String, byte[]> known = new HashMap<>();
        Map<String, byte[]> toStore = new LinkedHashMap<>();
        for (PassageText passage : passages) {
            String hash = hashes.get(passage);
            if (known.containsKey(hash)) {
                continue;
            }
            Stored before = stored.get(hash);
            boolean isWhole = before != null && isWhole(before, passage.vectors());
            byte[] bytes = isWhole ? before.bytes() : encode(passage);
            known.put(hash, bytes);
            if (!isWhole || before.checksum().isEmpty()) {
                toStore.put(hash, bytes);
            }
        }
        store(toStore, stored);
        List<List<float[]>> vectors = new ArrayList<>();
        for (PassageText passage : passages) {
            vectors.add(decode(known.get(hashes.get(passage))));
        }
        return vectors;
    }

    private byte[] encode(PassageText passage) {
        List<float[]> vectors = embed.apply(passage.text(), passage.sentences());
        if (vectors.size() != passage.vectors()) {
            throw new IllegalStateException("the embedder gives one vector for the passage and for each sentence");
        }
        return HalfVectors.encode(vectors.toArray(float[][]::new));
    }

    private List<float[]> decode(byte[] bytes) {
        List<float[]> vectors = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += 2 * dimension) {
            vectors.add(HalfVectors.decode(bytes, at, dimension));
        }
        return vectors;
    }

    private record Stored(byte[] bytes, OptionalLong checksum) {

        static Stored of(ResultSet row) throws SQLException {
            byte[] bytes = row.getBytes("vector");
            long checksum = row.getLong("checksum");
            return new Stored(bytes, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(checksum));
        }
    }

    /** Vectors without a checksum, of an older Ibid, are believed if they have length 1, as every vector then had. */
    private boolean isWhole(Stored stored, int vectors) {
        if (stored.bytes() == null || stored.bytes().length != 2 * dimension * vectors) {
            return false;
        }
        if (stored.checksum().isPresent()) {
            return stored.checksum().getAsLong() == checksum(stored.bytes());
        }
        return decode(stored.bytes()).stream().allMatch(VectorStore::isUnit);
    }

    private static boolean isUnit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
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

    /** Deletes the vectors of every other model. */
    public void forgetOtherModels() {
        database.write(handle -> handle.execute("DELETE FROM vector WHERE model <> ?", model));
    }

    int count() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM vector WHERE model = ?")
                .bind(0, model)
                .mapTo(Integer.class)
                .one());
    }
}
