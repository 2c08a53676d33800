package ibid.library;

import ibid.embedding.EmbeddedPassage;
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
 * Embeddings by content: a passage is embedded once, even if the index is rebuilt. Its vectors are
 * one row of the catalogue, with a checksum. Threads may share it.
 */
public final class VectorStore {

    private static final int MAX_KEYS = 500; // parameters in one statement; older SQLite allows 999

    private final Database database;
    private final String model;
    private final int dimension;
    private final BiFunction<String, List<Span>, EmbeddedPassage> embed;

    /** @param sentences their positions in the text */
    public record PassageText(String text, List<Span> sentences) {

        public PassageText {
            sentences = List.copyOf(sentences);
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
     * @param dimension of the vectors of whole passages
     * @param embed maps a passage and the positions of its sentences to their vectors
     */
    public VectorStore(
            Catalogue catalogue, String model, int dimension, BiFunction<String, List<Span>, EmbeddedPassage> embed) {
        this.database = catalogue.database();
        this.model = model;
        this.dimension = dimension;
        this.embed = embed;
    }

    public String model() {
        return model;
    }

    /**
     * The vectors of each passage and its sentences; new ones are stored in one transaction. The same passage always
     * gets the same bits. Stored vectors that are damaged are made anew.
     */
    public List<EmbeddedPassage> vectors(List<PassageText> passages) {
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
            boolean isWhole = before != null && before.isWhole();
            byte[] bytes = isWhole ? before.bytes() : encode(passage);
            known.put(hash, bytes);
            if (!isWhole) {
                toStore.put(hash, bytes);
            }
        }
        store(toStore, stored);
        List<EmbeddedPassage> vectors = new ArrayList<>();
        for (PassageText passage : passages) {
            vectors.add(EmbeddedPassage.of(known.get(hashes.get(passage)), dimension));
        }
        return vectors;
    }

    private byte[] encode(PassageText passage) {
        EmbeddedPassage embedded = embed.apply(passage.text(), passage.sentences());
        if (embedded.sentences().size() != passage.sentences().size()) {
            throw new IllegalStateException("the embedder gives vectors for each sentence");
        }
        return embedded.bytes();
    }

    private record Stored(byte[] bytes, OptionalLong checksum) {

        static Stored of(ResultSet row) throws SQLException {
            byte[] bytes = row.getBytes("vector");
            long checksum = row.getLong("checksum");
            return new Stored(bytes, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(checksum));
        }

        private boolean isWhole() {
            return bytes != null && checksum.isPresent() && checksum.getAsLong() == checksumOf(bytes);
        }
    }

    private static long checksumOf(byte[] bytes) {
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

    /** @param replaced rows that are damaged; of others the first one written stays */
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
                inserts.add(model, hash, vector, checksumOf(vector));
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
